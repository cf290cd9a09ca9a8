import { CODES } from '../codes';
import { day } from '../format';
import { names } from '../names';
import { code, language } from '../words';

/**
 * What the register says most often of a field, in French; the rest is shown as it is said, in English. In the place of a name in braces
 * it puts a number, a day, a code or a party: of one letter one word, of more any number. A test looks for the English in the services.
 */
const SAID: Record<string, string> = {
  'must be stated': 'doit être indiqué',
  'must not be blank': 'ne doit pas être vide',
  'must be at most {n}': 'doit comporter au plus {n}',
  'must be at most {n} characters': 'doit comporter {n} caractères au plus',
  'must be at most {n} party codes': 'doit comporter au plus {n} codes de parties',
  'must not hold control characters': 'ne doit contenir aucun caractère de contrôle',
  'must be from {a} to {b}': 'doit être compris entre {a} et {b}',
  'must be one of {all}': 'doit être l’un de ceux-ci : {all}',
  'must be {w}': 'doit être : {w}',
  'cannot be read as what belongs here': 'ne peut être lu comme ce qui est attendu ici',
  'is named twice': 'est nommé deux fois',
  'has been withdrawn': 'a été retiré',

  // Days.
  'must not be in the future': 'ne doit pas être dans le futur',
  'must not be before from': 'ne doit pas précéder le début',
  'must not be before doneOn': 'ne doit pas précéder le jour où c’est fait',
  'must not be before decidedOn': 'ne doit pas précéder le jour de la décision',
  'must not be before it takes effect': 'ne doit pas précéder le jour où cela prend effet',
  'must not be before the day from which it counts': 'ne doit pas précéder le jour à partir duquel cela compte',
  'must not be before {day}, the day of an earlier stage': 'ne doit pas précéder le {day}, jour d’une étape antérieure',
  'must not be before {day}, the day of the last step that moved it': 'ne doit pas précéder le {day}, jour de la dernière étape qui l’a fait avancer',
  'must be a day or the reason why it is undisclosed': 'doit être un jour, ou le motif pour lequel il n’est pas communiqué',
  'must be a day of the years 1900 to 9999': 'doit être un jour des années 1900 à 9999',
  'must be a day of the years {a} to {b}': 'doit être un jour des années {a} à {b}',
  'must be a day of 1945 to 2125': 'doit être un jour de 1945 à 2125',

  // Figures.
  'must not be negative': 'ne doit pas être négatif',
  'must be more than 0': 'doit être supérieur à 0',
  'must not be more than the quantity': 'ne doit pas dépasser la quantité',
  'must not be more than the quantity in all': 'ne doit pas dépasser la quantité en tout',
  'must not be more than 100 percent in all': 'ne doit pas dépasser 100 pour cent en tout',
  'must be more than 0 and at most 100, with at most {n} digits behind the point': 'doit être supérieur à 0 et au plus 100, avec {n} décimales au plus',
  'must have at most 15 digits before and 3 behind the point': 'doit comporter au plus 15 chiffres et 3 décimales',
  'must have at most 15 digits before and 16 behind the point': 'doit comporter au plus 15 chiffres et 16 décimales',
  'must be a quantity or the reason why it is undisclosed': 'doit être une quantité, ou le motif pour lequel elle n’est pas communiquée',
  'must be an amount or the reason why it is undisclosed': 'doit être un montant, ou le motif pour lequel il n’est pas communiqué',
  'must be stated or undisclosed for a reason, where money is not': 'doit être indiqué, ou non communiqué pour un motif, là où aucun montant ne l’est',
  'must be a currency code of ISO 4217': 'doit être un code de monnaie ISO 4217',
  'cannot be NOT_RELEASED: that is for answers alone': 'ne peut être « non communiqué à votre partie » : seul le registre le dit',

  // Sources and labels.
  'must have a url or a text': 'doit comporter une adresse ou un texte',
  'must begin with http:// or https:// and have no blanks': 'doit commencer par http:// ou https:// et ne contenir aucun espace',
  'must name the parties when the release is NAMED, and only then': 'doit nommer les parties si la diffusion est limitée à des parties nommées, et seulement alors',
  'must be of the series of the record': 'doit être de la série de l’enregistrement',
  'must not be wider than the label': 'ne doit pas être plus large que la diffusion de l’engagement',

  // Commitments.
  'belongs to the priority {priority}': 'relève de la priorité « {priority} »',
  'takes only the kinds {kinds}': 'n’admet que ceci : {kinds}',
  'is of the series {a}, the party is of {b}': 'est de la série {a}, la partie est de la série {b}',
  'must be of the same series': 'doit être de la même série',
  'must be another party': 'doit être une autre partie',
  'must be another party: nobody needs the own consent': 'doit être une autre partie : personne n’a besoin de son propre accord',
  'must be another party: the rest is the share of {party}': 'doit être une autre partie : le reste est la part de {party}',
  'must be a party of the same series that is known here': 'doit être une partie connue de la même série',
  'must keep the share of {party}, which has confirmed it and withdraws it itself': 'doit garder la part de {party}, qui l’a confirmée et la retire elle-même',
  'must see the commitment, which is released as {label}': 'doit pouvoir voir l’engagement, dont la diffusion est : {label}',
  'must see how much is promised, which is released as {label}': 'doit pouvoir voir combien est promis, dont la diffusion est : {label}',
  'must be stated: the kind OTHER says nothing': 'doit être indiqué : « autre » ne dit rien',
  'must be stated: the day on which it wakes': 'doit être indiqué : le jour du réveil',
  'must be stated for {kind}': 'doit être indiqué pour « {kind} »',
  'is the commitment itself': 'est l’engagement lui-même',
  'is no filed commitment that is known to you': 'n’est pas un engagement déposé que vous connaissez',
  'is none that is filed or recorded, and known to you': 'n’est rien de déposé ou d’enregistré que vous connaissez',
  'is not an approval that is known to you': 'n’est pas une autorisation que vous connaissez',
  'is not known here; a party registered a moment ago is known within seconds': 'n’est pas connu ici ; une partie tout juste inscrite l’est en quelques secondes',
  'is not known here; a person recorded a moment ago is known within seconds': 'n’est pas connu ici ; une personne tout juste enregistrée l’est en quelques secondes',
  'is not known here; a requirement stated a moment ago is known within seconds': 'n’est pas connu ici ; un besoin tout juste énoncé l’est en quelques secondes',

  // Acts.
  'must be stated: the id of the person who acts': 'doit être indiqué : la personne qui agit',
  'is a person of {owner}, and the act would be one of {party}': 'est une personne de {owner}, et l’acte serait de {party}',
  'must be stated: the last day on which it can be relied on': 'doit être indiqué : le dernier jour où l’on peut s’y fier',
  'must be at most {n} years after it is stated': 'doit être au plus {n} ans après la déclaration',
  'must be stated, from 0 to {n}': 'doit être indiqué, de 0 à {n}',

  // Deliveries.
  'must be stated: the code of a party': 'doit être indiqué : une partie',
  'must be stated, or money instead; undisclosed for a reason where it cannot be told': 'doit être indiqué, ou un montant à sa place ; non communiqué pour un motif là où cela ne peut se dire',
  'must be stated or undisclosed, as the giver says {what}': 'doit être indiqué ou non communiqué, comme le donateur le fait',
  'must stay what was delivered; withdraw the delivery to state another thing': 'doit rester ce qui a été livré ; reprenez la livraison pour déclarer autre chose',
  'is not what was promised: the commitment states {what}': 'n’est pas ce qui a été promis',
  'makes {sum} in all, and {promised} are promised; state overDelivery if it is more than was promised': 'fait {sum} en tout pour {promised} promis ; indiquez si c’est plus que promis',
  'does not see the commitment, which is released as {label}': 'ne voit pas l’engagement, dont la diffusion est : {label}',
  'does not see how much is promised, which is released as {label}': 'ne voit pas combien est promis, dont la diffusion est : {label}',

  // Steps of approvals.
  'is for GRANTED and RENEWED alone': 'vaut seulement pour un accord et un renouvellement',
  'are for GRANTED and RENEWED alone': 'valent seulement pour un accord et un renouvellement',
  'are for what a body decided alone': 'valent seulement pour ce qu’un organe a décidé',
  'must be stated or undisclosed for a reason with VOTE_SCHEDULED, and only then': 'doit être indiqué, ou non communiqué pour un motif, pour un vote prévu et seulement alors',
  'must be stated: the approval says no duration': 'doit être indiqué : l’autorisation ne dit aucune durée',

  // Delegations.
  'must be SINGLE with one person, JOINT with two or more, or UNDISCLOSED with none': 'doit être un chef avec une personne, des chefs conjoints avec deux ou plus, ou non communiqué sans personne',
  'must not name a delegate twice, nor one of the heads': 'ne doit nommer deux fois ni un délégué ni l’un des chefs'
};

/** Those with something to fill in, as what they match. */
let patterns: { matches: RegExp; french: string }[] | undefined;

/** What is said of a field, in the language of the board where that is known. */
export function sentence(message: string): { text: string; lang: string } {
  const text = language() === 'fr' ? inFrench(message) : undefined;
  return text === undefined ? { text: message, lang: 'en' } : { text, lang: 'fr' };
}

function inFrench(message: string): string | undefined {
  if (message in SAID) return SAID[message];
  // The longest first: what is said more exactly is meant.
  patterns ??= Object.entries(SAID).filter(([english]) => english.includes('{')).sort(([a], [b]) => b.length - a.length)
    .map(([english, french]) => ({ matches: new RegExp(`^${english.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{(\w)\}/g, '(?<$1>\\S+)').replace(/\{(\w+)\}/g, '(?<$1>.+)')}$`), french }));
  for (const { matches, french } of patterns) {
    const found = matches.exec(message)?.groups;
    if (found) return french.replace(/\{(\w+)\}/g, (_, name: string) => filledIn(found[name]!));
  }
  return undefined;
}

/** A code, a day or a party within what the register says; everything else as it stands. */
function filledIn(value: string): string {
  return value.replace(/^\[|\]$/g, '').replace(/\b\d{4}-\d\d-\d\d\b/g, day).replace(/\b[A-Z][A-Z_]+\b/g, one => one in CODES ? code(one) : names.of(one));
}
