/** Whether a piece of an enumeration can be the name of an organisation that no list knows, and where a name ends. */

export const ORG_WORD =
  /\b(?:organi[sz]ation|commission|council|agency|office|bank|secretariat|union|programme|program|fund|cent(?:re|er)|institute|university|network|forum|association|committee|initiative|federation|foundation|group|community|process|authority|alliance|court|cross|crescent|nations|league|partnership|common market|academy|society|service|assembly|parliament|congress|board|bureau|facility|interpol|europol|frontex|consortium|confederation|chamber|coalition|platform|trusts?|dialogue|high commissioner|resident coordinator|directorate)\b/i;
/** "Two international organisations (IOM and UNHCR)" are named in the bracket. */
const COUNTED = /^(?:\d+|\p{L}+)\s(?:\p{Ll}+\s){0,3}(?:organi[sz]ations|agencies|countries|states)$/u;

/** After the name of an organisation: "UN agencies", "SADC Mediator", "Europol liaison officer" are not that organisation. */
export const NOT_ITSELF =
  /^\s(?:(?:\p{L}+\s){0,2}(?:[Aa]gencies|[Bb]odies|[Ee]ntities|[Oo]rgani[sz]ations|[Cc]ommissions|[Ii]nstitutions|[Cc]ountries|[Ss]tates)|Affairs|(?:Co-)?(?:Managers?|Chairs?|Directors?|Coordinators?|Mediators?|Envoys?|Facilitators?|[Ll]iaison|Ministers?|[Mm]embers?|[Ss]tates))\b/u;

export const isUnknownOrganisation = (written: string, hasWord: boolean): boolean =>
  !COUNTED.test(written) &&
  !/^(?:Civil Society|Private Sector)\b/i.test(written) &&
  !/\sto\s(?!the\b)\p{Ll}/u.test(written) &&
  written.length >= 3 &&
  written.length <= 140 &&
  /^[\p{Lu}]/u.test(written) &&
  !/\b(?:was|were|is|are|has|had|will)\b/.test(written) &&
  !/(?:Meeting|Conference|Session|Summit|Workshop|Seminar|Retreat)s?$/.test(written) &&
  (/\([A-Z][A-Za-z&/-]{1,9}\)$/.test(written) ||
    (hasWord && /\p{Lu}.*\s/u.test(written)) ||
    /^[A-Z][A-Za-z]*[A-Z]{2,}[A-Za-z]*$/.test(written));

/** A name in capitals among organisations. */
export const isLooseName = (written: string): boolean =>
  /^\p{Lu}[\p{L}’'-]+(?:(?:\s(?:of|for|and|on|the|de|sans|del|della|di|du|des|la|le|per|pour|para|y|et|der|für|und)){0,2}\s\p{Lu}[\p{L}’'-]+){1,5}$/u.test(
    written,
  ) &&
  !/\b(?:States?|Participants?|Members?|Countries|Ministers?|Affairs|Trade|Meetings?|Conference|Session|Summit|Workshop|Forum|Observers?|Parties|Annex)\b/.test(
    written,
  ) &&
  !/^(?:Civil Society|Private Sector|Other|The|In|As|Special|Associate|Session|Working)\b/.test(written);

/** "Director of the United Nations Counter-Terrorism Directorate, Mr …": the name goes on behind the part that is known. */
export function endOfName(text: string, known: number, end: number): number {
  const more = /^(?:\s(?:(?:of|for|on|and|in)\s(?:the\s)?)?\p{Lu}[\p{L}’'-]*){1,8}(?=[,;.]|$)/u.exec(
    text.slice(known, end),
  )?.[0];
  return withBracket(text, more !== undefined && ORG_WORD.test(more) ? known + more.length : known);
}

function withBracket(text: string, end: number): number {
  return end + (/^\s?\([^()]{2,30}\)/.exec(text.slice(end, end + 40))?.[0].length ?? 0);
}
