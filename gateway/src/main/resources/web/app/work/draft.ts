import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import type { Answered } from '../answered';
import { Failure, path, read, send } from '../api';
import type * as Api from '../api-types';
import { Asked, of, pages, type Page } from '../asked';
import { Part } from '../part';
import { conflict } from '../parts/conflict';
import { empty, shown } from '../parts/states';
import { table, type Column } from '../parts/table';
import { me } from '../user';
import { code, words } from '../words';
import { Choices } from './draft-choices';
import { draftFields } from './draft-fields';
import { draftBody, NEW_DRAFT, valuesOfDraft, type Draft } from './draft-record';
import './filing';
import { Form } from './form';
import { differing, done, forWhom, restored, summary } from './outcome';
import { quality, type Quality } from './quality';
import { tag } from './tag';
import { merged } from './values';

const t = words({
  drafts: 'Drafts of your party',
  none: 'Your party has no draft.',
  new: 'New draft',
  newTitle: 'A new draft',
  edit: 'Draft: {title}',
  title: 'Title',
  kind: 'Kind',
  priority: 'Priority',
  release: 'Released, once filed, to',
  save: 'Save the draft',
  saved: 'Saved: {title}. Only your party sees it.',
  unchanged: 'Nothing has been changed.',
  discard: 'Discard this draft',
  sure: 'Discard it for good?',
  yes: 'Discard',
  no: 'Keep it',
  discarded: 'Discarded: {title}.',
  back: 'All drafts',
  filed: 'This is no draft any more.',
  open: 'Open it as it is read'
}, {
  drafts: 'Projets de votre partie',
  none: 'Votre partie n’a aucun projet.',
  new: 'Nouveau projet',
  newTitle: 'Un nouveau projet',
  edit: 'Projet : {title}',
  title: 'Titre',
  kind: 'Nature',
  priority: 'Priorité',
  release: 'Diffusion une fois déposé',
  save: 'Enregistrer le projet',
  saved: 'Enregistré : {title}. Votre partie seule le voit.',
  unchanged: 'Rien n’a été modifié.',
  discard: 'Supprimer ce projet',
  sure: 'Le supprimer définitivement ?',
  yes: 'Supprimer',
  no: 'Le garder',
  discarded: 'Supprimé : {title}.',
  back: 'Tous les projets',
  filed: 'Ce n’est plus un projet.',
  open: 'L’ouvrir tel qu’il se lit'
});

const NEW = 'new';

/** A promise before it is one: written, looked through for what it lacks, and filed by a person. */
class WorkDraft extends Part {
  private readonly form = new Form(this, 'draft');
  private theirs?: Draft;
  private asking = false;
  private shownId?: string;
  private keepsDone = false;
  private readonly drafts = new Asked<Page<Draft>>(this, () => this.chosen ? undefined : path('commitments', { party: me.party, state: 'DRAFT', limit: 200 }), of('commitments'), pages);
  private readonly draft = new Asked<Draft>(this, () => this.stored ? path(`commitments/${this.stored}`) : undefined, of('commitments'));
  private readonly quality = new Asked<Answered<Quality, Api.Quality>>(this, () => this.stored ? path(`commitments/${this.stored}/quality`) : undefined, of('commitments'));
  private readonly choices = new Choices(this, () => this.chosen !== undefined, () => this.draft.value?.basis ?? this.form.text('basis'),
    () => [this.form.values, ...(this.theirs ? [valuesOfDraft(this.theirs)] : [])]);

  private get chosen(): string | undefined {
    return address.get('id');
  }

  /** The draft that there is already. */
  private get stored(): string | undefined {
    return this.chosen === NEW ? undefined : this.chosen;
  }

  protected override willUpdate(): void {
    const id = this.chosen;
    if (id !== this.shownId) {
      if (!this.keepsDone) this.form.done = undefined;
      Object.assign(this, { shownId: id, theirs: undefined, asking: false, keepsDone: false });
    }
    if (id === NEW && !this.form.is('draft new')) this.form.begin('draft new', NEW_DRAFT);
    const draft = this.draft.value;
    const { form } = this;
    if (!draft || draft.id !== id || form.sending) return;
    // As long as nothing is typed the form follows the record.
    if (!form.is(`draft ${id}`) || (draft.version > form.version! && !form.touched && !this.theirs)) form.begin(`draft ${id}`, valuesOfDraft(draft), draft.version);
  }

  protected override render(): TemplateResult {
    return html`${done(this.form)}${this.chosen === undefined ? this.list() : this.stored ? shown(this.draft, draft => this.editor(draft)) : this.editor()}`;
  }

  private list(): TemplateResult {
    const columns: Column<Draft>[] = [
      { id: 'title', label: t('title'), head: true, value: row => row.title, cell: row => html`<a href=${address.href({ id: row.id })}>${row.title}</a>` },
      { id: 'kind', label: t('kind'), value: row => code(row.kind) },
      { id: 'priority', label: t('priority'), value: row => code(row.priority) },
      { id: 'release', label: t('release'), value: row => code((row.labelWhenFiled ?? row.label).release) }
    ];
    return html`<p><a class="button" href=${address.href({ id: NEW })}>${t('new')}</a></p><h3>${t('drafts')}</h3>
      ${shown(this.drafts, page => page.items.length ? table('drafts', t('drafts'), columns, page.items) : empty(t('none')))}`;
  }

  private editor(draft?: Draft): TemplateResult {
    const { form } = this;
    if (draft && draft.state !== 'DRAFT') return html`<p class="state">${t('filed')} ${link(draft)}</p>${this.back()}`;
    const dirty = form.touched;
    // First, as the rest leads to the fields that there are.
    const fields = draftFields(form, this.choices, draft);
    const title = draft ? t('edit', { title: draft.title }) : t('newTitle');
    return html`${this.back()}<h3>${title}</h3>${forWhom(me.party!)}
      ${restored(form, () => form.drop(draft ? valuesOfDraft(draft) : NEW_DRAFT, draft?.version))}
      <div class="beside">
        <form class="entry" novalidate aria-label=${title} @submit=${this.save}>
          ${this.theirs ? this.conflict(this.theirs) : nothing} ${summary(form)}
          ${fields}
          <p class="row"><button class="primary" ?disabled=${form.sending || !!this.theirs}>${t('save')}</button>${draft ? this.discarding() : nothing}</p>
        </form>
        <div>${quality(draft ? this.quality : undefined, form)}
          ${draft ? html`<work-filing .draft=${draft.id} .version=${form.version!} .title=${draft.title} .dirty=${dirty} @filed=${this.filed} @stale=${this.stale}></work-filing>` : nothing}</div>
      </div>`;
  }

  private back(): TemplateResult {
    return html`<p><a href=${address.href({ id: undefined })}>${t('back')}</a></p>`;
  }

  private discarding(): TemplateResult {
    const ask = (asking: boolean) => (): void => {
      this.asking = asking;
      this.requestUpdate();
      void this.updateComplete.then(() => this.querySelector<HTMLElement>(asking ? '[data-act=sure]' : '[data-act=ask]')?.focus());
    };
    return this.asking
      ? html`<span>${t('sure')}</span><button type="button" data-act="sure" @click=${this.discard}>${t('yes')}</button><button type="button" @click=${ask(false)}>${t('no')}</button>`
      : html`<button type="button" data-act="ask" @click=${ask(true)}>${t('discard')}</button>`;
  }

  private conflict(theirs: Draft): TemplateResult {
    const { form } = this;
    const now = valuesOfDraft(theirs);
    return conflict({
      href: path(`commitments/${theirs.id}`),
      rows: differing(form, now),
      take: () => {
        form.goOn(merged(form.base, form.values, now), now, theirs.version);
        void this.put(theirs);
      },
      drop: () => {
        this.theirs = undefined;
        form.drop(now, theirs.version);
      }
    });
  }

  private readonly save = (event: Event): void => {
    event.preventDefault();
    if (!this.theirs) void this.put(this.draft.value);
  };

  private async put(before?: Draft): Promise<void> {
    const { form } = this;
    const stored = this.stored;
    let now: Draft | undefined;
    const taken = await form.send(async key => {
      const body = draftBody(form.values, new Map(this.choices.requirements.map(one => [one.id, one.unit])), stored ? before : undefined);
      now = (await (stored
        ? send<Draft>(path(`commitments/${stored}`), { method: 'PUT', body, version: tag(form.version) })
        : send<Draft>(path('commitments'), { body: { ...body, party: me.party }, key }))).body;
      return html`${now.version === form.version ? t('unchanged') : t('saved', { title: now.title })} ${link(now)}`;
    });
    if (taken && now) {
      this.theirs = undefined;
      if (!stored) {
        this.keepsDone = true;
        address.go({ id: now.id }, true);
      }
      form.begin(`draft ${now.id}`, valuesOfDraft(now), now.version);
      this.requestUpdate();
    } else if (form.refused?.status === 412) {
      await this.stale();
    }
  }

  /** Somebody else was faster: what there is now is read, and the person decides. */
  private readonly stale = async (): Promise<void> => {
    try {
      this.theirs = (await read<Draft>(path(`commitments/${this.stored}`))).body;
    } catch (e) {
      if (!(e instanceof Failure)) throw e;
      this.form.refused = e;
    }
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>('.conflict')?.focus();
  };

  private readonly discard = async (): Promise<void> => {
    const { form } = this;
    const title = this.draft.value!.title;
    if (await form.send(async () => {
      await send(path(`commitments/${this.stored}`), { method: 'DELETE', version: tag(form.version) });
      return html`${t('discarded', { title })}`;
    })) this.toList();
    else if (form.refused?.status === 412) await this.stale();
  };

  private readonly filed = (event: Event): void => {
    this.form.done = (event as CustomEvent<TemplateResult>).detail;
    this.toList();
  };

  private toList(): void {
    this.keepsDone = true;
    address.go({ id: undefined });
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#draft-done')?.focus());
  }
}

function link(draft: Draft): TemplateResult {
  return html`<a href=${address.href({ panel: 'commitment', id: draft.id, task: undefined })}>${t('open')}</a>`;
}

customElements.define('work-draft', WorkDraft);
