import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import { Part } from '../part';
import { loading } from '../parts/states';
import { me } from '../user';
import { words } from '../words';

const t = words({
  tasks: 'What do you want to enter?',
  draft: 'Draft a commitment and file it',
  draftLead: 'Write down what your party means to promise, see what it lacks, and let a person file it.',
  act: 'Record an act on a commitment',
  actLead: 'A decision of the government, how ready it is, what was delivered, or a withdrawal.',
  delivery: 'Confirm, contest or correct a delivery',
  deliveryLead: 'What arrived, as your party received it; what your party delivers: how far it has come, and what was not so.',
  share: 'Confirm or withdraw a share',
  shareLead: 'Another party promises together with yours: the share counts once a person of your party confirms it.',
  step: 'Record a step of an approval',
  stepLead: 'What a parliament or another body has been asked, has scheduled, or has decided.',
  import: 'Import a file',
  importLead: 'Many commitments at once: tried out first, with a report on each row.',
  restructure: 'Restructure a delegation',
  restructureLead: 'Who leads or belongs to it from now on. Who it was before stays on record.',
  obligation: 'Answer an obligation',
  obligationLead: 'A situation has called on your party: acknowledge, report ready, report done.',
  forbidden: 'Only an editor of a party enters anything. The other panels show what there is.'
}, {
  tasks: 'Que voulez-vous saisir ?',
  draft: 'Rédiger un engagement et le déposer',
  draftLead: 'Écrivez ce que votre partie veut promettre, voyez ce qui y manque, et faites-le déposer par une personne.',
  act: 'Enregistrer un acte sur un engagement',
  actLead: 'Une décision du gouvernement, l’état de préparation, une livraison ou un retrait.',
  delivery: 'Confirmer, contester ou corriger une livraison',
  deliveryLead: 'Ce qui est arrivé, tel que votre partie l’a reçu ; ce que livre votre partie : où cela en est, et ce qui n’était pas exact.',
  share: 'Confirmer ou retirer une part',
  shareLead: 'Une autre partie promet avec la vôtre : la part compte dès qu’une personne de votre partie la confirme.',
  step: 'Enregistrer une étape d’une autorisation',
  stepLead: 'Ce qui a été demandé à un parlement ou à un autre organe, ce qu’il a inscrit à son ordre du jour ou décidé.',
  import: 'Importer un fichier',
  importLead: 'Beaucoup d’engagements à la fois : d’abord à l’essai, avec un rapport sur chaque ligne.',
  restructure: 'Recomposer une délégation',
  restructureLead: 'Qui la conduit ou en fait partie désormais. Qui c’était auparavant reste enregistré.',
  obligation: 'Répondre à une obligation',
  obligationLead: 'Une situation appelle votre partie : confirmez, déclarez-vous prêt, déclarez l’achèvement.',
  forbidden: 'Seul un rédacteur d’une partie saisit quelque chose. Les autres panneaux montrent ce qu’il y a.'
});

/** The tasks of an editor, each loaded when it is begun. */
const TASKS = {
  draft: () => import('../work/draft'),
  act: () => import('../work/act'),
  delivery: () => import('../work/delivery'),
  share: () => import('../work/share'),
  step: () => import('../work/step'),
  import: () => import('../work/import'),
  restructure: () => import('../work/restructure'),
  obligation: () => import('../work/obligation')
} as const;

type Task = keyof typeof TASKS;

/** What an editor can enter: a list of tasks, and the one that was chosen. */
class WorkPanel extends Part {
  private readonly loaded = new Map<Task, 'loading' | 'ready'>();

  protected override render(): TemplateResult {
    if (!me.writes) return html`<p class="state">${t('forbidden')}</p>`;
    const asked = address.get('task') as Task | undefined;
    const task = asked && asked in TASKS ? asked : undefined;
    return html`<nav class="tasks" aria-label=${t('tasks')}><ul>${(Object.keys(TASKS) as Task[]).map(one => html`<li>
        <a href=${address.href({ task: one, id: undefined, act: undefined })} aria-current=${one === task ? 'true' : nothing}>${t(one)}</a>${task ? nothing : html`<span class="note">${t(`${one}Lead`)}</span>`}</li>`)}</ul></nav>
      ${task ? html`<h2>${t(task)}</h2>${this.need(task) ? element(task) : loading()}` : nothing}`;
  }

  private need(task: Task): boolean {
    if (!this.loaded.has(task)) {
      this.loaded.set(task, 'loading');
      void TASKS[task]().then(() => {
        this.loaded.set(task, 'ready');
        this.requestUpdate();
      });
    }
    return this.loaded.get(task) === 'ready';
  }
}

/** The element of a task; each defines its own. */
function element(task: Task): TemplateResult {
  switch (task) {
    case 'draft': return html`<work-draft></work-draft>`;
    case 'act': return html`<work-act></work-act>`;
    case 'delivery': return html`<work-delivery></work-delivery>`;
    case 'share': return html`<work-share></work-share>`;
    case 'step': return html`<work-step></work-step>`;
    case 'import': return html`<work-import></work-import>`;
    case 'restructure': return html`<work-restructure></work-restructure>`;
    case 'obligation': return html`<work-obligation></work-obligation>`;
  }
}

customElements.define('work-panel', WorkPanel);
