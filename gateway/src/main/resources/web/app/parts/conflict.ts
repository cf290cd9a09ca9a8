import { html, type TemplateResult } from 'lit';
import { live } from '../live';
import { names } from '../names';
import { language, words } from '../words';

const t = words({
  title: 'This has been changed meanwhile',
  changed: 'Changed {when} by {party}. Nothing of yours has been recorded, and nothing of it is lost: compare.',
  changedSomehow: 'It was changed since you read it. Nothing of yours has been recorded, and nothing of it is lost: compare.',
  table: 'What you have and what is there now',
  field: 'Field',
  mine: 'Yours',
  then: 'When you read it',
  theirs: 'Now there',
  untouched: 'not changed by you: stays as it is now there',
  nothing: '(empty)',
  same: 'In what you see of it nothing is different.',
  take: 'Take over mine onto the new version',
  drop: 'Drop mine'
}, {
  title: 'Modifié entre-temps',
  changed: 'Modifié {when} par {party}. Rien de votre saisie n’a été enregistré, et rien n’en est perdu : comparez.',
  changedSomehow: 'Modifié depuis votre lecture. Rien de votre saisie n’a été enregistré, et rien n’en est perdu : comparez.',
  table: 'Ce que vous avez et ce qui s’y trouve maintenant',
  field: 'Champ',
  mine: 'Le vôtre',
  then: 'Lors de votre lecture',
  theirs: 'Maintenant',
  untouched: 'non modifié par vous : reste tel que maintenant',
  nothing: '(vide)',
  same: 'Dans ce que vous en voyez, rien n’est différent.',
  take: 'Reporter le mien sur la nouvelle version',
  drop: 'Abandonner le mien'
});

export interface Differing {
  label: string;
  /** What the person has; undefined: they have not touched it. */
  mine?: string;
  theirs: string;
}

export interface Conflict {
  /** The path of the record that was changed, `/api/v1/...`. */
  href: string;
  rows: Differing[];
  /** Whether the first column tells what was there before, as for an act, which has no fields of the record. */
  before?: boolean;
  take: () => void;
  drop: () => void;
}

/** Two people have worked on one record: what each of them has, side by side, and what is to become of it. */
export function conflict(of: Conflict): TemplateResult {
  const change = live.recent.find(one => one.href === of.href);
  return html`<section class="state stale conflict" role="alert" tabindex="-1" aria-labelledby="conflict-title">
    <h3 id="conflict-title">${t('title')}</h3>
    <p>${change ? t('changed', { when: ago(change.recordedAt), party: names.of(change.party) }) : t('changedSomehow')}</p>
    ${of.rows.length
      ? html`<div class="scroll" tabindex="0" role="region" aria-label=${t('table')}><table>
        <thead><tr><th scope="col">${t('field')}</th><th scope="col">${t(of.before ? 'then' : 'mine')}</th><th scope="col">${t('theirs')}</th></tr></thead>
        <tbody>${of.rows.map(row => html`<tr><th scope="row">${row.label}</th><td>${row.mine === undefined
          ? html`<span class="undisclosed">${t('untouched')}</span>` : row.mine || t('nothing')}</td><td>${row.theirs || t('nothing')}</td></tr>`)}</tbody>
      </table></div>`
      : html`<p>${t('same')}</p>`}
    <p class="row"><button type="button" class="primary" data-choice="take" @click=${of.take}>${t('take')}</button>
      <button type="button" data-choice="drop" @click=${of.drop}>${t('drop')}</button></p>
  </section>`;
}

/** How long ago, in the largest unit that makes at least one. */
function ago(iso: string): string {
  const minutes = Math.max(1, Math.round((Date.now() - Date.parse(iso)) / 60_000));
  const format = new Intl.RelativeTimeFormat(language(), { numeric: 'always' });
  if (minutes < 60) return format.format(-minutes, 'minute');
  return minutes < 1440 ? format.format(-Math.round(minutes / 60), 'hour') : format.format(-Math.round(minutes / 1440), 'day');
}
