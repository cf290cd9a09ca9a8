import { html, nothing, type TemplateResult } from 'lit';
import { address, follow } from './address';
import { Failure, send, session } from './api';
import { instant, today } from './format';
import { live } from './live';
import { names } from './names';
import { Part, scope } from './part';
import { failure, loading } from './parts/states';
import { me } from './user';
import './wall';
import { language, LANGUAGES, remember, words, type Language } from './words';

const t = words({
  subtitle: 'The register of a coalition’s security guarantees',
  skip: 'Skip to the panel',
  panels: 'Panels',
  coverage: 'Are the five priorities covered?',
  carriers: 'Who carries what?',
  approvals: 'What waits for which body?',
  delegations: 'Who speaks for whom?',
  breaks: 'What would break it?',
  'what-if': 'What if?',
  changes: 'What just changed?',
  desk: 'My desk',
  brief: 'Brief',
  commitment: 'Commitment',
  work: 'Work',
  series: 'Series',
  scope: 'Series and time',
  EXERCISE: 'Exercise',
  REAL: 'Real',
  exerciseBanner: 'EXERCISE – parties, requirements and promises are invented. No real state has promised any of it.',
  realBanner: 'REAL – only what cited public sources say.',
  known: 'As known on',
  day: 'On the day',
  now: 'Now',
  past: 'As known at {when}. Nothing newer is shown where the panel can look back; the others say so.',
  language: 'Language',
  en: 'English',
  fr: 'Français',
  signOut: 'Sign out',
  signIn: 'Sign in',
  signedIn: '{name}, {party}',
  welcome: 'You are not signed in.',
  over: 'Your session has ended. What was on screen is hidden.',
  live: 'live',
  connecting: 'connecting',
  away: 'Last heard of the register {minutes} min ago, reconnecting',
  off: 'not live',
  missing: 'not told for now: {services}',
  notice: 'Surety is not accredited for classified information. Labels are release markings of the parties, not security classifications.'
}, {
  subtitle: 'Le registre des garanties de sécurité d’une coalition',
  skip: 'Aller au panneau',
  panels: 'Panneaux',
  coverage: 'Les cinq priorités sont-elles couvertes ?',
  carriers: 'Qui porte quoi ?',
  approvals: 'Qu’est-ce qui attend quel organe ?',
  delegations: 'Qui parle pour qui ?',
  breaks: 'Qu’est-ce qui la romprait ?',
  'what-if': 'Et si ?',
  changes: 'Qu’est-ce qui vient de changer ?',
  desk: 'Mon bureau',
  brief: 'Note',
  commitment: 'Engagement',
  work: 'Saisie',
  series: 'Série',
  scope: 'Série et date',
  EXERCISE: 'Exercice',
  REAL: 'Réel',
  exerciseBanner: 'EXERCICE – parties, besoins et promesses sont inventés. Aucun État réel n’a rien promis de tel.',
  realBanner: 'RÉEL – seulement ce que disent des sources publiques citées.',
  known: 'Tel que connu le',
  day: 'Pour le jour',
  now: 'Maintenant',
  past: 'Tel que connu à {when}. Rien de plus récent n’est affiché là où le panneau peut regarder en arrière ; les autres le disent.',
  language: 'Langue',
  en: 'English',
  fr: 'Français',
  signOut: 'Se déconnecter',
  signIn: 'Se connecter',
  signedIn: '{name}, {party}',
  welcome: 'Vous n’êtes pas connecté.',
  over: 'Votre session est terminée. Ce qui était affiché est masqué.',
  live: 'en direct',
  connecting: 'connexion',
  away: 'Dernier signe du registre il y a {minutes} min, reconnexion',
  off: 'hors direct',
  missing: 'sans nouvelles pour l’instant : {services}',
  notice: 'Surety n’est pas homologué pour les informations classifiées. Les mentions sont des marques de diffusion des parties, non des classifications.'
});

/** The panels in the order of the questions, each loaded when it is first looked at. */
const PANELS = {
  coverage: () => import('./panels/coverage'),
  carriers: () => import('./panels/carriers'),
  approvals: () => import('./panels/approvals'),
  delegations: () => import('./panels/delegations'),
  breaks: () => import('./panels/breaks'),
  'what-if': () => import('./panels/what-if'),
  changes: () => import('./panels/changes'),
  desk: () => import('./panels/desk'),
  work: () => import('./panels/work'),
  brief: () => import('./panels/brief'),
  commitment: () => import('./panels/commitment')
} as const;

export type PanelName = keyof typeof PANELS;

/** Reached by links from other panels, not from the list. */
const UNLISTED: PanelName[] = ['brief', 'commitment'];

/** The whole page: who is signed in, which series, which panel, and whether what is seen is live. */
export class Board extends Part {
  private phase: 'starting' | 'signed-out' | 'over' | 'ready' | 'failed' = 'starting';
  private refused?: Failure;
  private readonly loaded = new Map<PanelName, 'loading' | 'ready'>();
  private timer?: number;
  private panelShown?: PanelName;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('click', follow);
    session.addEventListener('over', this.onOver);
    live.addEventListener('state', this.onAnything);
    this.timer = window.setInterval(this.onAnything, 10_000);
    void this.begin();
  }

  override disconnectedCallback(): void {
    session.removeEventListener('over', this.onOver);
    live.removeEventListener('state', this.onAnything);
    clearInterval(this.timer);
    super.disconnectedCallback();
  }

  private readonly onOver = (): void => {
    if (this.phase !== 'ready') return;
    live.end();
    keepPlace();
    this.phase = 'over';
    this.requestUpdate();
  };

  private async begin(): Promise<void> {
    try {
      await me.load();
      takeUpPlace();
      this.phase = 'ready';
      live.open();
      void names.load().catch(() => undefined);
    } catch (e) {
      if (!(e instanceof Failure)) throw e;
      this.refused = e;
      if (e.status === 401) keepPlace();
      this.phase = e.status === 401 ? 'signed-out' : 'failed';
    }
    this.requestUpdate();
  }

  private get panel(): PanelName {
    const asked = address.get('panel') as PanelName | undefined;
    return asked && asked in PANELS ? asked : 'coverage';
  }

  private need(panel: PanelName): boolean {
    if (!this.loaded.has(panel)) {
      this.loaded.set(panel, 'loading');
      void PANELS[panel]().then(() => {
        this.loaded.set(panel, 'ready');
        this.requestUpdate();
      });
    }
    return this.loaded.get(panel) === 'ready';
  }

  protected override updated(): void {
    document.documentElement.lang = language();
    document.documentElement.dataset.series = scope().series;
    document.documentElement.toggleAttribute('data-wall', onWall());
    this.bringPanelIntoList();
    document.title = this.phase === 'ready' ? `${t(this.panel)} – ${t(scope().series)} – Surety` : 'Surety';
  }

  /** Where the list of panels does not fit it goes sideways, to the one that is shown. */
  private bringPanelIntoList(): void {
    const current = this.querySelector('nav.panels [aria-current=page]')?.closest('li');
    if (!current || this.panelShown === this.panel) return;
    this.panelShown = this.panel;
    const list = current.parentElement!;
    list.scrollLeft = current.offsetLeft - list.offsetLeft - (list.clientWidth - current.clientWidth) / 2;
  }

  protected override render(): TemplateResult {
    if (this.phase === 'starting') return html`<main>${loading()}</main>`;
    if (this.phase === 'failed') return html`<main class="door"><h1>Surety</h1>${failure(this.refused!, () => void this.begin())}</main>`;
    if (this.phase !== 'ready') return this.door();
    const panel = this.panel;
    return html`
      <a class="skip" href="#panel" @click=${this.skip}>${t('skip')}</a>
      <header>
        ${this.banner()}
        <p class="brand"><a href=${address.href({ panel: undefined })}>Surety</a> <span class="subtitle">${t('subtitle')}</span></p>
        ${this.status()} ${onWall() ? html`<wall-rotation .panels=${['coverage', 'carriers', 'approvals', 'breaks', 'changes']} .panel=${panel}></wall-rotation>` : nothing} ${this.person()}
      </header>
      <nav class="panels" aria-label=${t('panels')}><ul>${(Object.keys(PANELS) as PanelName[]).filter(one => !UNLISTED.includes(one) && this.offers(one))
        .map(one => html`<li><a href=${address.href({ panel: one === 'coverage' ? undefined : one })} aria-current=${one === panel ? 'page' : nothing}>${t(one)}</a></li>`)}</ul></nav>
      ${this.scopeControls()}
      <main id="panel" data-panel=${panel} tabindex="-1">
        <h1>${t(panel)}</h1>
        ${this.need(panel) ? element(panel) : loading()}
      </main>
      <footer><p>${t('notice')}</p></footer>`;
  }

  /** Only whoever writes has something to enter. */
  private offers(panel: PanelName): boolean {
    return panel === 'work' ? me.writes : panel === 'desk' ? me.party !== undefined : true;
  }

  private door(): TemplateResult {
    return html`<main class="door"><h1>Surety</h1><p>${t('subtitle')}</p>
      <p role="status">${t(this.phase === 'over' ? 'over' : 'welcome')}</p>
      <p><strong>${t('notice')}</strong></p>
      <p><a class="button" href="/sign-in" target="_self">${t('signIn')}</a></p></main>`;
  }

  private banner(): TemplateResult {
    const { series } = scope();
    return html`<div class="banner" data-series=${series}><p>${t(series === 'REAL' ? 'realBanner' : 'exerciseBanner')}</p></div>`;
  }

  private status(): TemplateResult {
    const minutes = Math.max(1, Math.round((Date.now() - live.heardAt) / 60_000));
    return html`<p class="status" data-state=${live.state} role="status"><span class="dot" aria-hidden="true"></span>${live.state === 'away'
      ? t('away', { minutes })
      : t(live.state)}${live.missing.length ? html`; ${t('missing', { services: live.missing.join(', ') })}` : nothing}</p>`;
  }

  private person(): TemplateResult {
    const { user } = me;
    return html`<div class="person">
      <label class="hidden" for="language">${t('language')}</label>
      <select id="language" @change=${this.onLanguage}>${LANGUAGES.map(one => html`<option value=${one} lang=${one} ?selected=${one === language()}>${t(one)}</option>`)}</select>
      <span>${user?.party ? t('signedIn', { name: user.name ?? user.subject, party: names.of(user.party) }) : user?.name}</span>
      ${user?.signOut ? html`<button type="button" @click=${this.onSignOut}>${t('signOut')}</button>` : nothing}
    </div>`;
  }

  private scopeControls(): TemplateResult {
    const { series, known, day } = scope();
    return html`<form class="scope" role="search" aria-label=${t('scope')} @submit=${(e: Event) => e.preventDefault()}>
      <fieldset><legend>${t('series')}</legend>${(['EXERCISE', 'REAL'] as const).map(one => html`<label><input type="radio" name="series" value=${one} .checked=${one === series}
        @change=${() => address.go({ series: one === 'EXERCISE' ? undefined : one })}>${t(one)}</label>`)}</fieldset>
      <label>${t('known')} <input type="date" name="known" max=${today()} .value=${known?.slice(0, 10) ?? ''}
        @change=${(e: Event) => address.go({ known: endOfDay((e.target as HTMLInputElement).value) })}></label>
      <label>${t('day')} <input type="date" name="day" .value=${day ?? ''} @change=${(e: Event) => address.go({ day: (e.target as HTMLInputElement).value })}></label>
      ${known || day ? html`<button type="button" @click=${() => address.go({ known: undefined, day: undefined })}>${t('now')}</button>` : nothing}
      ${known ? html`<p class="past" role="status">${t('past', { when: instant(known) })}</p>` : nothing}
    </form>`;
  }

  private readonly skip = (event: Event): void => {
    event.preventDefault();
    this.querySelector<HTMLElement>('#panel')?.focus();
  };

  private readonly onLanguage = (event: Event): void => {
    const chosen = (event.target as HTMLSelectElement).value as Language;
    remember(chosen);
    address.go({ lang: chosen });
  };

  private readonly onSignOut = async (): Promise<void> => {
    live.end();
    leaveNothing();
    const { body } = await send<{ endAtIdentityProvider?: string }>(me.user!.signOut!, {});
    location.assign(body?.endAtIdentityProvider ?? '/sign-in');
  };
}

/** A screen on a wall signs in as one; anybody may look at its layout. */
function onWall(): boolean {
  return me.is('display') || address.get('wall') === '1';
}

/** The element of a panel; each panel defines its own. */
function element(panel: PanelName): TemplateResult {
  switch (panel) {
    case 'coverage': return html`<coverage-panel></coverage-panel>`;
    case 'carriers': return html`<carriers-panel></carriers-panel>`;
    case 'approvals': return html`<approvals-panel></approvals-panel>`;
    case 'delegations': return html`<delegations-panel></delegations-panel>`;
    case 'breaks': return html`<breaks-panel></breaks-panel>`;
    case 'what-if': return html`<what-if-panel></what-if-panel>`;
    case 'changes': return html`<changes-panel></changes-panel>`;
    case 'desk': return html`<desk-panel></desk-panel>`;
    case 'work': return html`<work-panel></work-panel>`;
    case 'brief': return html`<brief-panel></brief-panel>`;
    case 'commitment': return html`<commitment-panel></commitment-panel>`;
  }
}

/** The whole day was known at its end; of today, and of no day, now. */
function endOfDay(day: string): string | undefined {
  return day && day < today() ? `${day}T23:59:59.999Z` : undefined;
}

const PLACE = 'surety-place';

/** Where the person was: the identity provider sends everybody back to the front page. */
function keepPlace(): void {
  try {
    if (location.search) sessionStorage.setItem(PLACE, location.search);
  } catch {
    // Then the front page it is.
  }
}

/** Whoever signs out leaves nothing in the tab, typed drafts among it. */
function leaveNothing(): void {
  try {
    sessionStorage.clear();
  } catch {
    // Then nothing is kept either.
  }
}

function takeUpPlace(): void {
  try {
    const place = sessionStorage.getItem(PLACE);
    sessionStorage.removeItem(PLACE);
    if (place && !location.search) {
      history.replaceState(null, '', `/${place}`);
      address.dispatchEvent(new Event('change'));
    }
  } catch {
    // As above.
  }
}

customElements.define('surety-board', Board);
