/** A body of the dialogue, as public record. `established`: earliest and latest day. */
export interface SeedBody {
  slug: string;
  kind: string;
  parent: string | null;
  established: readonly [from: string, until: string] | null;
  names: { en: string; ru: string; tr: string; ar: string };
  acronym: string | null;
  source: string;
}

export const governance = 'budapestprocess.org, governance';
export const workingGroups = 'budapestprocess.org, what we do: regional working groups, adopted 2010';

export const seedBodies: readonly SeedBody[] = [
  {
    slug: 'budapest-process',
    kind: 'dialogue',
    parent: null,
    established: ['1993-01-01', '1993-12-31'],
    names: { en: 'Budapest Process', ru: 'Будапештский процесс', tr: 'Budapeşte Süreci', ar: 'عملية بودابست' },
    acronym: 'BP',
    source: governance,
  },
  {
    slug: 'ministerial-conference',
    kind: 'ministerial-conference',
    parent: 'budapest-process',
    established: ['1991-10-30', '1993-02-16'],
    names: {
      en: 'Ministerial Conference',
      ru: 'Конференция министров',
      tr: 'Bakanlar Konferansı',
      ar: 'المؤتمر الوزاري',
    },
    acronym: null,
    source: 'budapestprocess.org, ministerial conferences: Berlin 1991, Budapest 1993 and later',
  },
  {
    slug: 'senior-officials-meeting',
    kind: 'senior-officials-meeting',
    parent: 'budapest-process',
    established: null,
    names: {
      en: 'Senior Officials Meeting',
      ru: 'Совещание старших должностных лиц',
      tr: 'Üst Düzey Yetkililer Toplantısı',
      ar: 'اجتماع كبار المسؤولين',
    },
    acronym: 'SOM',
    source: governance,
  },
  {
    slug: 'wg-south-east-europe',
    kind: 'regional-working-group',
    parent: 'senior-officials-meeting',
    established: ['2010-01-01', '2010-12-31'],
    names: {
      en: 'South-East Europe Regional Working Group',
      ru: 'Региональная рабочая группа по Юго-Восточной Европе',
      tr: 'Güneydoğu Avrupa Bölgesel Çalışma Grubu',
      ar: 'الفريق العامل الإقليمي لجنوب شرق أوروبا',
    },
    acronym: null,
    source: workingGroups,
  },
  {
    slug: 'wg-black-sea',
    kind: 'regional-working-group',
    parent: 'senior-officials-meeting',
    established: ['2010-01-01', '2010-12-31'],
    names: {
      en: 'Black Sea Region Working Group',
      ru: 'Региональная рабочая группа по Черноморскому региону',
      tr: 'Karadeniz Bölgesi Çalışma Grubu',
      ar: 'الفريق العامل الإقليمي لمنطقة البحر الأسود',
    },
    acronym: null,
    source: workingGroups,
  },
  {
    slug: 'wg-silk-routes',
    kind: 'regional-working-group',
    parent: 'senior-officials-meeting',
    established: ['2010-01-01', '2010-12-31'],
    names: {
      en: 'Silk Routes Region Working Group',
      ru: 'Региональная рабочая группа по региону Шёлкового пути',
      tr: 'İpek Yolları Bölgesi Çalışma Grubu',
      ar: 'الفريق العامل الإقليمي لمنطقة طرق الحرير',
    },
    acronym: null,
    source: workingGroups,
  },
  {
    slug: 'twg-law-enforcement',
    kind: 'thematic-working-group',
    parent: 'senior-officials-meeting',
    established: null,
    names: {
      en: 'Thematic Working Group on Law Enforcement Cooperation',
      ru: 'Тематическая рабочая группа по сотрудничеству правоохранительных органов',
      tr: 'Kolluk İş Birliği Tematik Çalışma Grubu',
      ar: 'الفريق العامل المواضيعي المعني بالتعاون في مجال إنفاذ القانون',
    },
    acronym: null,
    source: 'budapestprocess.org, recapitulation of 2023',
  },
  {
    slug: 'twg-return-reintegration',
    kind: 'thematic-working-group',
    parent: 'senior-officials-meeting',
    established: null,
    names: {
      en: 'Thematic Working Group on Return and Reintegration',
      ru: 'Тематическая рабочая группа по возвращению и реинтеграции',
      tr: 'Geri Dönüş ve Yeniden Entegrasyon Tematik Çalışma Grubu',
      ar: 'الفريق العامل المواضيعي المعني بالعودة وإعادة الإدماج',
    },
    acronym: null,
    source: 'icmpd.org, 23 May 2025',
  },
  {
    slug: 'reference-group',
    kind: 'reference-group',
    parent: 'senior-officials-meeting',
    established: ['2021-03-01', '2021-06-30'],
    names: { en: 'Reference Group', ru: 'Контактная группа', tr: 'Referans Grubu', ar: 'الفريق المرجعي' },
    acronym: null,
    source: governance,
  },
  {
    slug: 'secretariat',
    kind: 'secretariat',
    parent: 'budapest-process',
    established: ['1994-01-01', '1994-12-31'],
    names: { en: 'Secretariat', ru: 'Секретариат', tr: 'Sekretarya', ar: 'الأمانة' },
    acronym: null,
    source: governance,
  },
  {
    slug: 'colep',
    kind: 'network',
    parent: 'twg-law-enforcement',
    established: ['2022-01-01', '2022-12-31'],
    names: {
      en: 'Community of Law Enforcement Practitioners',
      ru: 'Сообщество практиков правоохранительных органов',
      tr: 'Kolluk Uygulayıcıları Topluluğu',
      ar: 'مجتمع ممارسي إنفاذ القانون',
    },
    acronym: 'COLEP',
    source: 'budapestprocess.org, third COLEP meeting, 4 May 2023',
  },
  {
    slug: 'thb-coordinators',
    kind: 'network',
    parent: 'budapest-process',
    established: null,
    names: {
      en: 'Network of National Anti-Trafficking Coordinators',
      ru: 'Сеть национальных координаторов по борьбе с торговлей людьми',
      tr: 'Ulusal İnsan Ticaretiyle Mücadele Koordinatörleri Ağı',
      ar: 'شبكة المنسقين الوطنيين لمكافحة الاتجار بالأشخاص',
    },
    acronym: null,
    source: 'Call for Action 2019, priority goal 5',
  },
];
