import type { LanguageMap } from '../../../kernel/language-map.ts';
import { concepts, regions } from './concepts.ts';

/** What a concept or region is called in the other languages of the interface; English stands in `concepts.ts`. */
const names: Readonly<Record<string, readonly [ru: string, tr: string, ar: string]>> = {
  'asylum-authorities': ['органы по вопросам убежища', 'iltica makamları', 'سلطات اللجوء'],
  'asylum-systems': ['системы и процедуры убежища', 'iltica sistemleri ve usulleri', 'نظم اللجوء وإجراءاته'],
  reception: ['приём просителей убежища', 'sığınmacıların kabulü', 'استقبال طالبي اللجوء'],
  'temporary-protection': ['временная защита', 'geçici koruma', 'الحماية المؤقتة'],
  resettlement: ['переселение', 'yeniden yerleştirme', 'إعادة التوطين'],
  'vulnerable-groups': ['уязвимые группы', 'hassas gruplar', 'الفئات الضعيفة'],
  'rights-based': ['подход, основанный на правах', 'hak temelli yaklaşım', 'النهج القائم على الحقوق'],
  'early-warning': ['раннее предупреждение', 'erken uyarı', 'الإنذار المبكر'],
  'liaison-officers': [
    'офицеры связи и пункты связи',
    'irtibat görevlileri ve irtibat ofisleri',
    'ضباط الاتصال ومكاتب الارتباط',
  ],
  'contact-points': ['контактные пункты', 'temas noktaları', 'نقاط الاتصال'],
  smuggling: ['незаконный ввоз мигрантов', 'göçmen kaçakçılığı', 'تهريب المهاجرين'],
  'smuggling-networks': ['сети контрабанды мигрантов', 'kaçakçılık ağları', 'شبكات التهريب'],
  'border-police': ['пограничная полиция', 'sınır polisi', 'شرطة الحدود'],
  'border-management': ['управление границами', 'sınır yönetimi', 'إدارة الحدود'],
  'document-security': ['защита документов', 'belge güvenliği', 'أمن الوثائق'],
  'law-enforcement': [
    'сотрудничество правоохранительных органов',
    'kolluk iş birliği',
    'التعاون بين أجهزة إنفاذ القانون',
  ],
  wanted: ['данные о разыскиваемых лицах', 'aranan kişilere ilişkin veriler', 'بيانات المطلوبين'],
  'trafficking-victims': ['жертвы торговли людьми', 'insan ticareti mağdurları', 'ضحايا الاتجار بالأشخاص'],
  'trafficking-networks': ['сети торговли людьми', 'insan ticareti ağları', 'شبكات الاتجار بالأشخاص'],
  'identification-victims': [
    'выявление жертв торговли людьми',
    'insan ticareti mağdurlarının tespiti',
    'التعرف على ضحايا الاتجار بالأشخاص',
  ],
  referral: ['перенаправление', 'yönlendirme', 'الإحالة'],
  rehabilitation: ['реабилитация жертв', 'mağdurların rehabilitasyonu', 'إعادة تأهيل الضحايا'],
  'thb-coordinators': [
    'национальные координаторы по борьбе с торговлей людьми',
    'insan ticaretiyle mücadele ulusal koordinatörleri',
    'المنسقون الوطنيون لمكافحة الاتجار بالأشخاص',
  ],
  helpline: ['телефон доверия', 'yardım hattı', 'خط المساعدة'],
  reintegration: ['реинтеграция возвращающихся', 'geri dönenlerin yeniden entegrasyonu', 'إعادة إدماج العائدين'],
  return: ['возвращение и реадмиссия', 'geri dönüş ve geri kabul', 'العودة وإعادة القبول'],
  'readmission-agreements': ['соглашения о реадмиссии', 'geri kabul anlaşmaları', 'اتفاقات إعادة القبول'],
  'identity-documents': [
    'установление личности и документирование возвращаемых',
    'geri gönderileceklerin kimlik tespiti ve belgelenmesi',
    'تحديد هوية العائدين وتوثيقها',
  ],
  'resource-centres': [
    'ресурсные и информационные центры для мигрантов',
    'göçmen kaynak ve bilgi merkezleri',
    'مراكز موارد المهاجرين ومعلوماتهم',
  ],
  awareness: ['повышение осведомлённости', 'farkındalık artırma', 'التوعية'],
  'legal-pathways': ['легальные пути', 'yasal yollar', 'المسارات القانونية'],
  skills: ['навыки', 'beceriler', 'المهارات'],
  remittances: ['денежные переводы', 'işçi dövizleri', 'التحويلات المالية'],
  diaspora: ['диаспора', 'diaspora', 'المغتربون'],
  integration: ['интеграция мигрантов', 'göçmenlerin uyumu', 'إدماج المهاجرين'],
  'private-sector': ['частный сектор', 'özel sektör', 'القطاع الخاص'],
  'local-authorities': ['города и местные власти', 'şehirler ve yerel yönetimler', 'المدن والسلطات المحلية'],
  visa: ['упрощение визового режима', 'vize kolaylığı', 'تيسير التأشيرات'],
  'study-visits': ['ознакомительные поездки', 'çalışma ziyaretleri', 'الزيارات الدراسية'],
  'information-exchange': ['обмен информацией', 'bilgi alışverişi', 'تبادل المعلومات'],
  sops: ['стандартные рабочие процедуры', 'standart çalışma usulleri', 'إجراءات التشغيل الموحدة'],
  'good-practice': ['передовой опыт', 'iyi uygulamalar', 'الممارسات الجيدة'],
  'migration-data': ['данные о миграции', 'göç verileri', 'بيانات الهجرة'],
  digital: ['цифровые инструменты', 'dijital araçlar', 'الأدوات الرقمية'],
  'global-compact': ['Глобальный договор', 'Küresel Mutabakat', 'الاتفاق العالمي'],
  ministerial: ['Министерская конференция', 'Bakanlar Konferansı', 'المؤتمر الوزاري'],
  'thematic-focus': ['тематическая направленность', 'tematik odak', 'التركيز المواضيعي'],
  'implementation-plan': ['план реализации', 'uygulama planı', 'خطة التنفيذ'],
  'law-practitioners': [
    'сообщество практиков правоохранительных органов',
    'kolluk uygulayıcıları topluluğu',
    'مجتمع ممارسي إنفاذ القانون',
  ],
  afghanistan: ['положение в Афганистане', 'Afganistan’daki durum', 'الوضع في أفغانستان'],
  climate: ['изменение климата', 'iklim değişikliği', 'تغير المناخ'],
  'south-east-europe': ['Юго-Восточная Европа', 'Güneydoğu Avrupa', 'جنوب شرق أوروبا'],
  'silk-routes': ['страны Шёлкового пути', 'İpek Yolu ülkeleri', 'بلدان طرق الحرير'],
  'black-sea': ['Черноморский регион', 'Karadeniz bölgesi', 'منطقة البحر الأسود'],
  'central-asia': ['Центральная Азия', 'Orta Asya', 'آسيا الوسطى'],
  'middle-east': ['Ближний Восток', 'Orta Doğu', 'الشرق الأوسط'],
};

const byKey = new Map<string, LanguageMap>(
  [...concepts, ...regions].map(({ key, label }) => {
    const [ru, tr, ar] = names[key]!;
    return [key, { en: label, ru, tr, ar }];
  }),
);

/** What a concept or region is called in each language of the interface; the key itself for one that is no longer known. */
export const conceptName = (key: string): LanguageMap => byKey.get(key) ?? { en: key };
