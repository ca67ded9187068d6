import { atStart, inSentence } from './names.ts';
import { tidy } from './text.ts';

/** A note as a sentence: capital first, a full stop last. */
export function sentence(text: string): string {
  const clean = tidy(text);
  const upper = clean.charAt(0).toUpperCase() + clean.slice(1);
  return /[.!?:]["”’)]?$/.test(upper) ? upper : `${upper.replace(/[;,]$/, '')}.`;
}

const OPENERS =
  /^(?:The|A|An|It|Its|This|That|These|Those|There|They|Their|In|On|At|As|For|To|With|Without|Since|After|Before|During|More|Most|Many|Some|All|No|Not|One|Two|Three|Regular|Further|Better|Joint|Such|Each|Both|What|When|While|Where|How)\b/;
const SAID =
  /^(?:\w+ly\s)?(?:noted|stressed|said|stated|underlined|emphasi[sz]ed|highlighted|welcomed|thanked|asked|called|urged|proposed|suggested|recommended|offered|announced|reported|informed|presented|recalled|reiterated|pointed|expressed|supported|agreed|regretted|invited|requested|appreciated|acknowledged|drew|gave|spoke|shared|described|explained|encouraged|confirmed|raised|warned|mentioned|concluded|commended|would|will|is|was|has|had)\b/i;

/** First word in lower case where it is an ordinary opener; names and acronyms keep their capitals. */
const lowered = (text: string): string => (OPENERS.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

/**
 * What somebody said, in the style of a report: “Albania noted that …”. A note that brings its own verb keeps it; one that already names the speaker stays as it is; words
 * in the first person are quoted.
 * @param who the name, or null when nobody may or can be named.
 * @param again whether the speaker was named in the sentence before.
 */
export function attributed(who: string | null, note: string, again: boolean): string {
  const text = tidy(note);
  if (who !== null && text.toLowerCase().startsWith(who.toLowerCase())) return sentence(text);
  const subject = who === null ? 'It' : again ? 'It' : atStart(who);
  if (/^(?:we|our|i|my)\b/i.test(text) || /\b(?:we|our)\b/.test(text))
    return who === null
      ? sentence(`It was said: “${sentence(text)}”`)
      : sentence(`${subject} stated: “${sentence(text)}”`);
  if (SAID.test(text))
    return who === null
      ? sentence(`A participant ${text.charAt(0).toLowerCase()}${text.slice(1)}`)
      : sentence(`${subject} ${text.charAt(0).toLowerCase()}${text.slice(1)}`);
  const verb = who === null ? 'was noted' : again ? 'added' : 'noted';
  return sentence(`${subject} ${verb} that ${lowered(text)}`);
}

/** What one party offers or asks, as a sentence of its own. */
export function withParty(who: string | null, kind: string, point: string): string {
  const text = tidy(point);
  if (
    who === null ||
    text.toLowerCase().startsWith(who.toLowerCase()) ||
    text.toLowerCase().startsWith(inSentence(who).toLowerCase())
  )
    return sentence(text);
  if (SAID.test(text)) return sentence(`${atStart(who)} ${text.charAt(0).toLowerCase()}${text.slice(1)}`);
  if (/^to\s/i.test(text))
    return sentence(
      `${atStart(who)} ${kind === 'offer' ? 'offered' : 'asked'} ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
    );
  return sentence(
    `${atStart(who)} ${kind === 'offer' ? 'offered to' : 'asked to'} ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
  );
}
