/** A mail ready to go. Both bodies say the same. */
export interface Letter {
  /** Id of the outbox row; becomes the Message-ID, so that a mail sent twice after a crash is recognised as one. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Where one click ends such mails (RFC 8058); mails that nobody can want to end have none. */
  unsubscribe?: string;
  /** Goes along as `text/calendar` (RFC 6047). */
  calendar?: { method: 'publish' | 'request' | 'cancel'; text: string };
}

/** A notice or a digest of which only the recipient is known yet. */
export interface NoticeMail {
  id: string;
  template: 'notice' | 'digest';
  /** Id of the person. */
  person: string;
  to: { name: string; address: string };
  /** BCP 47 language of the person. */
  language: string;
}
