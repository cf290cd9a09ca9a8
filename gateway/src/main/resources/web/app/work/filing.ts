import { html, type TemplateResult } from 'lit';
import { address } from '../address';
import { path, send } from '../api';
import { today } from '../format';
import { Part } from '../part';
import { words } from '../words';
import { input, options, select } from './fields';
import { Form } from './form';
import { summary } from './outcome';
import { peopleOf, personOptions } from './people';
import { tag } from './tag';

const t = words({
  title: 'File it',
  lead: 'From then on it is a promise of your party: seen by those it is released to, and withdrawn only by an act.',
  person: 'Person who files it',
  personHint: 'Whether the person has the authority is judged by the register. Without it the promise counts as pledged and no more.',
  binding: 'Binding',
  doneOn: 'Done on',
  source: 'Source',
  dirty: 'Save what you have changed first.',
  file: 'File it',
  filed: 'Filed:',
  open: 'open {title}',
  people: 'Your party has recorded no person. Without one nothing can be filed.'
}, {
  title: 'Le déposer',
  lead: 'C’est dès lors une promesse de votre partie : visible pour ceux à qui elle est diffusée, et retirée seulement par un acte.',
  person: 'Personne qui le dépose',
  personHint: 'Le registre juge si la personne en a le pouvoir. Sinon, la promesse compte comme promise et rien de plus.',
  binding: 'Forme juridique',
  doneOn: 'Fait le',
  source: 'Source',
  dirty: 'Enregistrez d’abord vos modifications.',
  file: 'Le déposer',
  filed: 'Déposé :',
  open: 'ouvrir « {title} »',
  people: 'Votre partie n’a enregistré aucune personne. Sans elle, rien ne peut être déposé.'
});

/** A draft becomes a promise by the act of a person. */
class Filing extends Part {
  static override properties = { draft: {}, version: {}, title: {}, dirty: {} };
  declare draft: string;
  declare version: number;
  declare title: string;
  declare dirty: boolean;
  private readonly form = new Form(this, 'filing');
  private readonly people = peopleOf(this);

  protected override render(): TemplateResult {
    const { form } = this;
    if (!form.is(`filing ${this.draft}`)) form.begin(`filing ${this.draft}`, { binding: 'POLITICAL', doneOn: today() });
    return html`<section aria-labelledby="filing-title"><h3 id="filing-title">${t('title')}</h3><p class="note">${t('lead')}</p>
      ${this.people.value && !this.people.value.items.length ? html`<p class="state">${t('people')}</p>` : html`
      <form class="entry" novalidate @submit=${this.file}>
        ${summary(form)}
        ${select(form, 'person', t('person'), personOptions(this.people), { required: true, hint: t('personHint') })}
        <div class="row">${select(form, 'binding', t('binding'), options(['POLITICAL', 'LEGAL']))}${input(form, 'doneOn', t('doneOn'), { type: 'date' })}</div>
        ${input(form, 'source', t('source'))}
        <p class="row"><button class="primary" ?disabled=${this.dirty || form.sending}>${t('file')}</button>${this.dirty ? html`<span class="note">${t('dirty')}</span>` : ''}</p>
      </form>`}
    </section>`;
  }

  private readonly file = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.dirty) return;
    const { draft, title, version, form } = this;
    const { person, binding, doneOn, source } = form.values;
    const filed = await form.send(async key => {
      await send(path(`commitments/${draft}/filings`), { body: { person: person || undefined, binding: binding || undefined, doneOn: doneOn || undefined, source: source || undefined }, version: tag(version), key });
      return html`${t('filed')} <a href=${address.href({ panel: 'commitment', id: draft, task: undefined })}>${t('open', { title })}</a>`;
    });
    if (filed) this.dispatchEvent(new CustomEvent('filed', { detail: form.done }));
    else if (form.refused?.status === 412) this.dispatchEvent(new CustomEvent('stale'));
  };
}

customElements.define('work-filing', Filing);
