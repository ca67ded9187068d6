import { titled, type SeedGoal, type Titled } from './seed-titles.ts';

const objectives: readonly Titled[] = [
  titled('Data for policies', 'Данные для политики', 'Politikalar için veri', 'البيانات لرسم السياسات'),
  titled('Adverse drivers', 'Неблагоприятные факторы', 'Göçe iten olumsuz etkenler', 'العوامل السلبية الدافعة للهجرة'),
  titled('Timely information', 'Своевременная информация', 'Zamanında bilgi', 'المعلومات في حينها'),
  titled(
    'Legal identity and documents',
    'Правовая идентичность и документы',
    'Yasal kimlik ve belgeler',
    'الهوية القانونية والوثائق',
  ),
  titled('Regular pathways', 'Пути легальной миграции', 'Düzenli göç yolları', 'مسارات الهجرة النظامية'),
  titled(
    'Fair recruitment, decent work',
    'Честный наём, достойный труд',
    'Adil işe alım, insana yakışır iş',
    'التوظيف العادل والعمل اللائق',
  ),
  titled('Vulnerabilities', 'Уязвимости', 'Kırılganlıklar', 'أوجه الضعف'),
  titled(
    'Saving lives, missing migrants',
    'Спасение жизней, пропавшие мигранты',
    'Hayat kurtarma, kayıp göçmenler',
    'إنقاذ الأرواح والمهاجرون المفقودون',
  ),
  titled('Smuggling of migrants', 'Незаконный ввоз мигрантов', 'Göçmen kaçakçılığı', 'تهريب المهاجرين'),
  titled('Trafficking in persons', 'Торговля людьми', 'İnsan ticareti', 'الاتجار بالأشخاص'),
  titled('Border management', 'Управление границами', 'Sınır yönetimi', 'إدارة الحدود'),
  titled('Screening and referral', 'Проверка и перенаправление', 'Tarama ve yönlendirme', 'الفرز والإحالة'),
  titled('Alternatives to detention', 'Альтернативы задержанию', 'Gözaltına alternatifler', 'بدائل الاحتجاز'),
  titled('Consular protection', 'Консульская защита', 'Konsolosluk koruması', 'الحماية القنصلية'),
  titled('Basic services', 'Базовые услуги', 'Temel hizmetler', 'الخدمات الأساسية'),
  titled('Inclusion and cohesion', 'Вовлечение и сплочённость', 'Kapsayıcılık ve uyum', 'الإدماج والتماسك'),
  titled('Against discrimination', 'Против дискриминации', 'Ayrımcılığa karşı', 'مناهضة التمييز'),
  titled('Skills and their recognition', 'Навыки и их признание', 'Beceriler ve tanınması', 'المهارات والاعتراف بها'),
  titled('Diasporas and development', 'Диаспоры и развитие', 'Diasporalar ve kalkınma', 'المغتربون والتنمية'),
  titled('Remittances', 'Денежные переводы', 'İşçi dövizleri', 'التحويلات المالية'),
  titled(
    'Return, readmission, reintegration',
    'Возвращение, реадмиссия, реинтеграция',
    'Geri dönüş, geri kabul, yeniden entegrasyon',
    'العودة وإعادة القبول وإعادة الإدماج',
  ),
  titled(
    'Portable social security',
    'Переносимость социального обеспечения',
    'Sosyal güvenliğin taşınabilirliği',
    'قابلية نقل الضمان الاجتماعي',
  ),
  titled('International cooperation', 'Международное сотрудничество', 'Uluslararası iş birliği', 'التعاون الدولي'),
];
export const compactObjectives: readonly SeedGoal[] = objectives.map((title, index) => ({
  code: String(index + 1),
  title,
}));

const target = (code: string, title: Titled): SeedGoal => ({ code, title });
export const developmentTargets: readonly SeedGoal[] = [
  target(
    '5.2',
    titled(
      'Violence against women and girls, trafficking',
      'Насилие в отношении женщин и девочек, торговля людьми',
      'Kadınlara ve kız çocuklarına şiddet, insan ticareti',
      'العنف ضد النساء والفتيات والاتجار بهن',
    ),
  ),
  target(
    '8.7',
    titled(
      'Forced labour, modern slavery, trafficking',
      'Принудительный труд, современное рабство, торговля людьми',
      'Zorla çalıştırma, modern kölelik, insan ticareti',
      'العمل القسري والرق الحديث والاتجار',
    ),
  ),
  target(
    '8.8',
    titled(
      'Labour rights of migrant workers',
      'Трудовые права трудящихся-мигрантов',
      'Göçmen işçilerin çalışma hakları',
      'حقوق العمال المهاجرين',
    ),
  ),
  target(
    '10.7',
    titled(
      'Orderly, safe and responsible migration',
      'Упорядоченная, безопасная и ответственная миграция',
      'Düzenli, güvenli ve sorumlu göç',
      'الهجرة المنظمة والآمنة والمسؤولة',
    ),
  ),
  target(
    '10.c',
    titled('Cost of remittances', 'Стоимость денежных переводов', 'Para havalesi maliyeti', 'كلفة التحويلات المالية'),
  ),
  target(
    '16.2',
    titled(
      'Abuse, exploitation and trafficking of children',
      'Насилие над детьми, их эксплуатация и торговля ими',
      'Çocukların istismarı, sömürüsü ve ticareti',
      'إساءة معاملة الأطفال واستغلالهم والاتجار بهم',
    ),
  ),
  target(
    '16.4',
    titled(
      'Illicit flows, organised crime',
      'Незаконные потоки, организованная преступность',
      'Yasa dışı akışlar, örgütlü suç',
      'التدفقات غير المشروعة والجريمة المنظمة',
    ),
  ),
  target(
    '16.9',
    titled(
      'Legal identity for all',
      'Правовая идентичность для всех',
      'Herkes için yasal kimlik',
      'الهوية القانونية للجميع',
    ),
  ),
  target(
    '17.18',
    titled(
      'Data by migratory status',
      'Данные по миграционному статусу',
      'Göç durumuna göre veri',
      'البيانات بحسب الوضع من حيث الهجرة',
    ),
  ),
];
