// Door 2 of notices: what pages and the thread use. Writes by people are actions, found in `actions/`.
export { listeners, myChoices, type Listener, type MyChoices } from './queries/choices.ts';
export { noticeLetter, type Surroundings } from './letter.ts';
export { dropMail, noticesOf, putIntoMails, recordNotices, type Told } from './outgoing.ts';
export { openSubscription, sealSubscription, unsubscribe, type Subscription } from './unsubscribe.ts';
