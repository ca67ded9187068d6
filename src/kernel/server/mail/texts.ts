import type { Locale } from '../../language-map.ts';

/** The words of one mail, in the order they stand. `{name}`, `{by}` and `{role}` are filled in. */
interface Words {
  subject: string;
  greeting: string;
  /** Paragraphs before the link. */
  before: readonly string[];
  /** What the link says in the HTML body. */
  button: string;
  /** Paragraphs after the link. */
  after: readonly string[];
}

export type Template = 'sign-in' | 'invitation';

/** How a role is named in an invitation: "as …". */
export const roleWords: Record<Locale, Record<string, string>> = {
  en: {
    member: 'member of a delegation',
    'focal-point': 'focal point',
    chair: 'chair of a body',
    secretariat: 'member of the Secretariat',
    observer: 'observer organisation',
    administrator: 'system administrator',
  },
  ru: {
    member: 'члена делегации',
    'focal-point': 'национального координатора',
    chair: 'председателя органа',
    secretariat: 'сотрудника Секретариата',
    observer: 'представителя организации-наблюдателя',
    administrator: 'системного администратора',
  },
  tr: {
    member: 'heyet üyesi',
    'focal-point': 'odak noktası',
    chair: 'organ başkanı',
    secretariat: 'Sekretarya üyesi',
    observer: 'gözlemci kuruluş temsilcisi',
    administrator: 'sistem yöneticisi',
  },
  ar: {
    member: 'عضو وفد',
    'focal-point': 'جهة تنسيق',
    chair: 'رئيس هيئة',
    secretariat: 'عضو في الأمانة',
    observer: 'ممثل منظمة مراقبة',
    administrator: 'مدير النظام',
  },
};

export const words: Record<Locale, Record<Template, Words>> = {
  en: {
    'sign-in': {
      subject: 'Your sign-in link for Redthread',
      greeting: 'Dear {name},',
      before: ['open this link to sign in to Redthread:'],
      button: 'Sign in to Redthread',
      after: [
        'It works once, within 15 minutes.',
        'If you did not ask for it, you need not do anything. Nobody can sign in without this mail.',
      ],
    },
    invitation: {
      subject: 'Invitation to Redthread',
      greeting: 'Dear {name},',
      before: [
        '{by} invites you to Redthread, the working system of the dialogue, as {role}.',
        'Open this link to sign in for the first time:',
      ],
      button: 'Accept the invitation',
      after: [
        'It works once, within seven days. Later, ask for a new link on the sign-in page with this e-mail address.',
        'If you did not expect this invitation, please tell the Secretariat.',
      ],
    },
  },
  ru: {
    'sign-in': {
      subject: 'Ссылка для входа в Redthread',
      greeting: 'Здравствуйте, {name}!',
      before: ['Чтобы войти в Redthread, откройте эту ссылку:'],
      button: 'Войти в Redthread',
      after: [
        'Она действует один раз в течение 15 минут.',
        'Если вы её не запрашивали, ничего делать не нужно. Без этого письма никто не сможет войти.',
      ],
    },
    invitation: {
      subject: 'Приглашение в Redthread',
      greeting: 'Здравствуйте, {name}!',
      before: [
        '{by} приглашает вас в Redthread, рабочую систему диалога, в качестве {role}.',
        'Чтобы войти в первый раз, откройте эту ссылку:',
      ],
      button: 'Принять приглашение',
      after: [
        'Она действует один раз в течение семи дней. Позже запросите новую ссылку на странице входа, указав этот адрес.',
        'Если вы не ожидали этого приглашения, сообщите, пожалуйста, Секретариату.',
      ],
    },
  },
  tr: {
    'sign-in': {
      subject: 'Redthread giriş bağlantınız',
      greeting: 'Sayın {name},',
      before: ['Redthread’e giriş yapmak için bu bağlantıyı açın:'],
      button: 'Redthread’e giriş yap',
      after: [
        'Bağlantı bir kez ve 15 dakika içinde kullanılabilir.',
        'Bağlantıyı siz istemediyseniz bir şey yapmanız gerekmez. Bu e-posta olmadan kimse giriş yapamaz.',
      ],
    },
    invitation: {
      subject: 'Redthread daveti',
      greeting: 'Sayın {name},',
      before: [
        '{by}, sizi diyaloğun çalışma sistemi olan Redthread’e davet ediyor. Göreviniz: {role}.',
        'İlk kez giriş yapmak için bu bağlantıyı açın:',
      ],
      button: 'Daveti kabul et',
      after: [
        'Bağlantı bir kez ve yedi gün içinde kullanılabilir. Daha sonra giriş sayfasında bu e-posta adresiyle yeni bir bağlantı isteyin.',
        'Bu daveti beklemiyorsanız lütfen Sekretaryaya bildirin.',
      ],
    },
  },
  ar: {
    'sign-in': {
      subject: 'رابط الدخول إلى Redthread',
      greeting: 'تحية طيبة، {name}،',
      before: ['للدخول إلى Redthread افتحوا هذا الرابط:'],
      button: 'الدخول إلى Redthread',
      after: [
        'يعمل الرابط مرة واحدة خلال 15 دقيقة.',
        'إذا لم تطلبوه فلا يلزمكم فعل أي شيء. لا يستطيع أحد الدخول من دون هذه الرسالة.',
      ],
    },
    invitation: {
      subject: 'دعوة إلى Redthread',
      greeting: 'تحية طيبة، {name}،',
      before: [
        'وُجِّهت إليكم دعوة من {by} إلى Redthread، نظام عمل الحوار، بصفة: {role}.',
        'للدخول أول مرة افتحوا هذا الرابط:',
      ],
      button: 'قبول الدعوة',
      after: [
        'يعمل الرابط مرة واحدة خلال سبعة أيام. بعد ذلك اطلبوا رابطا جديدا من صفحة الدخول بهذا العنوان البريدي.',
        'إذا لم تكونوا تتوقعون هذه الدعوة فيرجى إبلاغ الأمانة.',
      ],
    },
  },
};
