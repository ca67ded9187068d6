import type { GenerationKind } from '../generation.ts';
import { compactObjectives, developmentTargets } from './seed-global.ts';
import { titled, type SeedGoal, type Titled } from './seed-titles.ts';

/** A generation as public record, with short titles of its goals in our own words. Full wordings are the Secretariat's to load. */
export interface SeedGeneration {
  key: string;
  kind: GenerationKind;
  title: Titled;
  adopted_on: string;
  effective_from: string;
  effective_until: string | null;
  source: string;
  note: string | null;
  goals: readonly SeedGoal[];
}

const goals = (...titles: readonly Titled[]): SeedGoal[] =>
  titles.map((title, index) => ({ code: String(index + 1), title }));

const legal = titled(
  'Legal migration and mobility',
  'Легальная миграция и мобильность',
  'Yasal göç ve hareketlilik',
  'الهجرة القانونية والتنقل',
);
const integration = titled(
  'Integration, against discrimination',
  'Интеграция, против дискриминации',
  'Uyum, ayrımcılığa karşı',
  'الاندماج ومناهضة التمييز',
);
const development = titled('Migration and development', 'Миграция и развитие', 'Göç ve kalkınma', 'الهجرة والتنمية');
const irregular = titled(
  'Irregular migration, return and readmission, smuggling',
  'Нелегальная миграция, возвращение и реадмиссия, незаконный ввоз мигрантов',
  'Düzensiz göç, geri dönüş ve geri kabul, göçmen kaçakçılığı',
  'الهجرة غير النظامية والعودة وإعادة القبول وتهريب المهاجرين',
);
const trafficking = titled('Trafficking in persons', 'Торговля людьми', 'İnsan ticareti', 'الاتجار بالأشخاص');
const protection = titled('International protection', 'Международная защита', 'Uluslararası koruma', 'الحماية الدولية');

export const seedGenerations: readonly SeedGeneration[] = [
  {
    key: 'bp-2013',
    kind: 'dialogue',
    title: titled(
      'Istanbul Ministerial Declaration 2013',
      'Стамбульская министерская декларация 2013 года',
      '2013 İstanbul Bakanlar Bildirgesi',
      'إعلان إسطنبول الوزاري 2013',
    ),
    adopted_on: '2013-04-19',
    effective_from: '2013-04-19',
    effective_until: '2019-02-20',
    source: 'Istanbul Ministerial Declaration on a Silk Routes Partnership for Migration, 19 April 2013',
    note: null,
    goals: goals(legal, integration, development, irregular, trafficking, protection),
  },
  {
    key: 'bp-2019',
    kind: 'dialogue',
    title: titled(
      'Call for Action 2019–2024',
      'Призыв к действиям 2019–2024',
      'Eylem Çağrısı 2019–2024',
      'نداء العمل 2019–2024',
    ),
    adopted_on: '2019-02-20',
    effective_from: '2019-02-20',
    effective_until: '2025-01-01',
    source: 'Istanbul Commitments and Call for Action, a five-year plan (2019-2024), 20 February 2019',
    note: 'Its 41 actions are not entered: their wording was not at hand. They can be loaded as goals under these.',
    goals: goals(irregular, legal, integration, development, trafficking, protection),
  },
  {
    key: 'bp-2024',
    kind: 'dialogue',
    title: titled(
      'Call for Action 2025–2030',
      'Призыв к действиям 2025–2030',
      'Eylem Çağrısı 2025–2030',
      'نداء العمل 2025–2030',
    ),
    adopted_on: '2024-11-12',
    effective_from: '2025-01-01',
    effective_until: '2031-01-01',
    source: 'Budapest Ministerial Declaration and Call for Action 2025-2030, 12 November 2024',
    note: 'Adopted in November 2024; its numbers are read from the first day of its period on. Some publications print the goals in another order.',
    goals: goals(
      titled(
        'Irregular migration, smuggling, border management',
        'Нелегальная миграция, незаконный ввоз мигрантов, управление границами',
        'Düzensiz göç, göçmen kaçakçılığı, sınır yönetimi',
        'الهجرة غير النظامية وتهريب المهاجرين وإدارة الحدود',
      ),
      titled(
        'Legal migration and labour mobility',
        'Легальная миграция и трудовая мобильность',
        'Yasal göç ve iş gücü hareketliliği',
        'الهجرة القانونية وتنقل اليد العاملة',
      ),
      titled(
        'Return, readmission and reintegration',
        'Возвращение, реадмиссия и реинтеграция',
        'Geri dönüş, geri kabul ve yeniden entegrasyon',
        'العودة وإعادة القبول وإعادة الإدماج',
      ),
      titled(
        'Development and root causes',
        'Развитие и коренные причины',
        'Kalkınma ve temel nedenler',
        'التنمية والأسباب الجذرية',
      ),
      protection,
      titled(
        'Integration, against racism and extremism',
        'Интеграция, против расизма и экстремизма',
        'Uyum, ırkçılığa ve aşırıcılığa karşı',
        'الاندماج ومناهضة العنصرية والتطرف',
      ),
    ),
  },
  {
    key: 'gcm',
    kind: 'global',
    title: titled(
      'Global Compact for Migration',
      'Глобальный договор о миграции',
      'Küresel Göç Mutabakatı',
      'الاتفاق العالمي من أجل الهجرة',
    ),
    adopted_on: '2018-12-19',
    effective_from: '2018-12-19',
    effective_until: null,
    source: 'General Assembly resolution 73/195',
    note: null,
    goals: compactObjectives,
  },
  {
    key: 'sdg',
    kind: 'global',
    title: titled(
      'Sustainable Development Goals',
      'Цели в области устойчивого развития',
      'Sürdürülebilir Kalkınma Amaçları',
      'أهداف التنمية المستدامة',
    ),
    adopted_on: '2015-09-25',
    effective_from: '2016-01-01',
    effective_until: '2031-01-01',
    source: 'General Assembly resolution 70/1',
    note: 'Only the targets that speak of migration.',
    goals: developmentTargets,
  },
];

const strand = (key: string, title: Titled) => ({
  key,
  title,
  used_from: '2019-02-20',
  used_until: null,
  source: 'Call for Action 2019-2024',
});
export const seedStrands = [
  strand('policy-dialogue', titled('Policy dialogue', 'Политический диалог', 'Politika diyaloğu', 'الحوار السياساتي')),
  strand(
    'operational-cooperation',
    titled('Operational cooperation', 'Оперативное сотрудничество', 'Operasyonel iş birliği', 'التعاون العملياتي'),
  ),
  strand(
    'research-and-knowledge-base',
    titled(
      'Research and knowledge base',
      'Исследования и база знаний',
      'Araştırma ve bilgi tabanı',
      'البحث وقاعدة المعارف',
    ),
  ),
  strand('impact-assessment', titled('Impact assessment', 'Оценка воздействия', 'Etki değerlendirmesi', 'تقييم الأثر')),
];

const theme = (key: string, title: Titled) => ({
  key,
  horizontal: true,
  title,
  used_from: null,
  used_until: null,
  source: 'reports of the dialogue',
});
export const seedThemes = [
  theme('afghanistan', titled('Afghanistan', 'Афганистан', 'Afganistan', 'أفغانستان')),
  theme('vulnerability', titled('Vulnerability', 'Уязвимость', 'Kırılganlık', 'الهشاشة')),
  theme('gender', titled('Gender', 'Гендерные вопросы', 'Toplumsal cinsiyet', 'النوع الاجتماعي')),
];
