/** Announcements: a future meeting or event with a date. */
import { ADV } from '../rule.ts';
import type { Rule } from '../rule.ts';

const EVENT =
  '(?:meetings?|conferences?|conventions?|sessions?|summits?|workshops?|forums?|for(?:um|a)|symposiums?|seminars?|consultations?|events?|retreats?|round ?tables?|dialogues?|trainings?|plenar(?:y|ies)|courses?|visits?|campaigns?|assembl(?:y|ies)|launch|anniversary|hearings?|review|gatherings?|SOM|exercises?|webinars?|⟦M\\d+⟧)';

export const announcementRules: Rule[] = [
  {
    name: 'announcement.will-take-place',
    kind: 'announcement',
    who: 'thing',
    pattern: new RegExp(
      `(?:^(?:It|This|⟦A\\d+⟧)(?= (?:will|would|shall) (?:take place|be (?:held|convened)))|${EVENT}(?:\\b|(?<=⟧))|^The dates?\\b|⟦[AN]\\d+⟧(?= (?:will|would|shall) ${ADV}(?:meet|reconvene)\\b)|⟦S\\d+⟧(?= (?:on [\\w\\s]{3,60} )?(?:(?:will|would) (?:meet|convene|take place|follow|be held|be convened)|(?:is|was) (?:\\w+ly )?(?:scheduled|foreseen|planned|due|slated|to be))))[^.;]{0,140}?\\b(?:(?:will|would|shall) ${ADV}(?:(?:also )?(?:take place|follow)|be (?:held|convened|hosted|organi[sz]ed|scheduled|launched|specified|confirmed)|(?:re)?convene|meet\\b)|(?:is|are|was|were) ${ADV}(?:scheduled|slated|pencilled in|planned|foreseen|envisaged|due|tentatively scheduled|to be (?:held|convened))|(?:is|are|was|were) (?:to (?:be held|take place|convene|meet)|foreseen))`,
      'i',
    ),
    confidence: 0.85,
  },
  {
    name: 'announcement.next-meeting',
    kind: 'announcement',
    who: 'thing',
    pattern:
      /\b(?:next|upcoming|forthcoming|following|\w+(?:st|nd|rd|th)) (?:[\p{L}’'-]+ ){0,6}(?:meeting|conference|session|summit|forum|workshop|SOM|retreat|consultations?)\b[^.;]{0,120}?\b(?:will|would|shall|to) (?:be|take|convene|meet|host)/iu,
    confidence: 0.84,
  },
  {
    name: 'announcement.next-line',
    kind: 'announcement',
    who: 'thing',
    pattern:
      /^To (?:hold|convene) (?:the|its|their) (?:next|\w+(?:st|nd|rd|th)) (?:[\p{L}’'-]+ ){0,3}(?:meeting|conference|session|summit|forum|workshop|consultations?)\b(?=.*\d)|^(?:(?:[Dd]ates?|[Tt]ime|[Pp]lace)(?: and (?:place|venue|time|date))? of )?(?:[Tt]he )?[Nn]ext (?:[\p{L}’'-]+ ){0,4}(?:meeting|conference|session|summit|forum|workshop|SOM|retreat|consultations?|⟦[MS]\d+⟧)\s?[:–—-]\s(?=.*\d)/u,
    confidence: 0.82,
  },
  {
    name: 'announcement.takes-place',
    kind: 'announcement',
    who: 'thing',
    pattern: new RegExp(
      `\\b(?:[Nn]ext|[Uu]pcoming|[Ff]orthcoming) (?:[\\p{L}’'-]+ ){0,6}(?:${EVENT}|⟦S\\d+⟧)[^.;:]{0,60}? (?:takes place|is held|meets|convenes)\\b`,
      'u',
    ),
    confidence: 0.82,
  },
  {
    name: 'announcement.dates',
    kind: 'announcement',
    who: 'thing',
    pattern:
      /^The dates? (?:will be|are|is) |\b[Dd]ates? (?:and venue )?(?:of|for) the (?:next|\w+(?:st|nd|rd|th)) .{3,80}?\b(?:is|are|will be|has been set|have been set)\b/,
    confidence: 0.8,
  },
  {
    name: 'announcement.looked-forward',
    kind: 'announcement',
    who: 'thing',
    pattern:
      /\b(?:look(?:s|ed|ing)? forward to (?!(?:the )?(?:continu|further|outcome|result))|accepted the (?:kind |generous )?(?:offer|invitation)[^.;]{0,80} to host|agreed to (?:meet|convene|hold)[^.;]{0,40}next)\b[^.;]{0,160}\b(?:meeting|conference|session|summit|forum|meet(?:ing)? again|conven\w+)\b/i,
    confidence: 0.7,
  },
];
