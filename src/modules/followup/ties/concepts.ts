/**
 * What wishes in this field are about. A concept is recognised by words that stand close together, in any order and
 * inflection: each alternative is a list of word beginnings that must all occur within a short stretch of text.
 * Facts of the field, not of one report; the Secretariat adds its own through the same shape.
 */
export interface Concept {
  key: string;
  /** What a person calls it, for the reason of a suggestion. */
  label: string;
  alternatives: readonly (readonly string[])[];
  /** How telling it is beside others: 1, less for a way of working that goes with every object. */
  weight: number;
}

const concept = (key: string, label: string, ...alternatives: string[]): Concept => ({
  key,
  label,
  alternatives: alternatives.map((words) => words.split(' ')),
  weight: 1,
});
/** A way of working: it says how, not what for. */
const way = (key: string, label: string, ...alternatives: string[]): Concept => ({
  ...concept(key, label, ...alternatives),
  weight: 0.45,
});

export const concepts: readonly Concept[] = [
  // international protection
  concept(
    'asylum-authorities',
    'asylum authorities',
    'asylum authorit',
    'asylum servic',
    'asylum office',
    'asylum agenc national',
    'asylum institution',
    'determining authorit',
  ),
  concept(
    'asylum-systems',
    'asylum systems and procedures',
    'asylum system',
    'asylum procedur',
    'asylum mechanism',
    'mechanism asylum',
    'refugee status determin',
    'asylum legislation',
  ),
  concept(
    'reception',
    'reception of asylum seekers',
    'reception centr',
    'reception center',
    'reception facilit',
    'reception condition',
    'reception standard',
  ),
  concept('temporary-protection', 'temporary protection', 'temporary protection'),
  concept('resettlement', 'resettlement', 'resettle'),
  concept(
    'vulnerable-groups',
    'vulnerable groups',
    'vulnerab',
    'unaccompanied minor',
    'unaccompanied child',
    'separated child',
  ),
  way('rights-based', 'rights-based approach', 'rights-based', 'rights based'),
  // law enforcement
  concept(
    'early-warning',
    'early warning',
    'early warning',
    'early-warning',
    'warning system',
    'warn early',
    'alert system',
    'forewarn',
  ),
  concept(
    'liaison-officers',
    'liaison officers and link offices',
    'liaison officer',
    'liaison office',
    'link office',
    'linking office',
    'local/liaison',
    'liaison post',
    'officer post abroad',
    'attache',
    'attaché',
  ),
  concept('contact-points', 'contact points', 'contact point', 'focal point', 'point contact'),
  concept('smuggling', 'smuggling of migrants', 'smuggl'),
  concept(
    'smuggling-networks',
    'smuggling networks',
    'smuggl network',
    'smuggl group',
    'criminal network smuggl',
    'criminal group smuggl',
  ),
  concept('border-police', 'border police', 'border police', 'border guard', 'police chief'),
  concept('border-management', 'border management', 'border manag', 'border control', 'border surveillance'),
  concept(
    'document-security',
    'document security',
    'document secur',
    'document fraud',
    'false document',
    'forged document',
  ),
  way('law-enforcement', 'law enforcement cooperation', 'law enforce', 'law-enforce', 'investigat', 'prosecut'),
  concept('wanted', 'data on wanted persons', 'most wanted', 'wanted person', 'wanted traffick', 'wanted smuggl'),
  // trafficking
  concept(
    'trafficking-victims',
    'victims of trafficking',
    'victim traffick',
    'traffick person',
    'traffick victim',
    'victim exploitation',
  ),
  concept('trafficking-networks', 'trafficking networks', 'traffick network', 'traffick group'),
  concept(
    'identification-victims',
    'identification of victims of trafficking',
    'identif victim traffick',
    'identif traffick person',
    'identif traffick victim',
    'recogni victim traffick',
    'detect victim traffick',
  ),
  concept('referral', 'referral', 'referral', 'refer mechanism'),
  concept('rehabilitation', 'rehabilitation of victims', 'rehabilit'),
  concept(
    'thb-coordinators',
    'national anti-trafficking coordinators',
    'thb coordinat',
    'traffick coordinat',
    'anti-traffick coordinat',
  ),
  concept('helpline', 'helpline', 'helpline', 'hotline', 'call cent', 'emergency call'),
  // return
  concept('reintegration', 'reintegration of returnees', 'reintegrat', 're-integrat', 'returnee'),
  concept(
    'return',
    'return and readmission',
    'voluntary return',
    'return readmi',
    'readmi',
    'return cooperation',
    'return countr origin',
  ),
  concept(
    'readmission-agreements',
    'readmission agreements',
    'readmission agree',
    'readmission framework',
    'readmission arrange',
  ),
  concept(
    'identity-documents',
    'identification and documentation of returnees',
    'identif document challeng',
    'travel document',
    'identif documentation',
    'identif irregular migrant',
  ),
  // legal migration, development, integration
  concept(
    'resource-centres',
    'migrant resource and information centres',
    'mrc',
    'mrcs',
    'migrant resource cent',
    'migration resource cent',
    'migration information cent',
    'migrant information cent',
    'information cent migra',
    'resource cent',
  ),
  concept('awareness', 'awareness raising', 'awareness', 'information campaign', 'outreach'),
  concept(
    'legal-pathways',
    'legal pathways',
    'legal pathway',
    'regular pathway',
    'legal migration',
    'regular migration',
    'legal option',
    'labour migration',
    'labor migration',
    'legal entry',
  ),
  concept('skills', 'skills', 'skill', 'vocational', 'qualification', 'accredit'),
  concept('remittances', 'remittances', 'remittanc', 'financial inclusion', 'financial literacy'),
  concept('diaspora', 'diaspora', 'diaspora'),
  concept('integration', 'integration of migrants', 'integration migra', 'integration purpos', 'topic integration'),
  concept('private-sector', 'private sector', 'private sector', 'public-private', 'employer'),
  concept(
    'local-authorities',
    'cities and local authorities',
    'city city',
    'municipal',
    'local government',
    'local authorit',
    'communit level',
  ),
  concept('visa', 'visa facilitation', 'visa'),
  // forms of cooperation and themes
  concept('study-visits', 'study visits', 'study visit', 'study tour', 'exchange visit'),
  way(
    'information-exchange',
    'information exchange',
    'information exchang',
    'exchang information',
    'share information',
    'information shar',
    'share data',
    'data shar',
    'data exchang',
  ),
  way('sops', 'standard operating procedures', 'standard operating', 'sop', 'sops'),
  way('good-practice', 'good practices', 'good practic', 'best practic', 'lessons learn', 'case stud'),
  concept('migration-data', 'migration data', 'migration data', 'data manag', 'data analys', 'statistic'),
  way('digital', 'digital tools', 'digital', 'online platform', 'technolog', 'social media'),
  concept('global-compact', 'global compact', 'global compact', 'gcm'),
  concept('ministerial', 'ministerial conference', 'ministerial conferen'),
  concept('thematic-focus', 'thematic focus', 'thematic focus', 'thematic chair'),
  way('implementation-plan', 'implementation plan', 'implementation plan', 'work plan'),
  concept(
    'law-practitioners',
    'community of law enforcement practitioners',
    'communit law enforce practition',
    'colep',
  ),
  way(
    'afghanistan',
    'situation in Afghanistan',
    'situation afghan',
    'afghan situation',
    'displac afghan',
    'afghan displac',
  ),
  concept('climate', 'climate change', 'climate'),
];

/** Regions such dialogues name, told apart because the same wish for another region is another wish. */
export const regions: readonly Concept[] = [
  concept(
    'south-east-europe',
    'South East Europe',
    'south east europ',
    'south-east europ',
    'south eastern europ',
    'western balkan',
    'see countr',
    'see region',
    'south east european',
  ),
  concept('silk-routes', 'the Silk Routes', 'silk route'),
  concept('black-sea', 'the Black Sea region', 'black sea'),
  concept('central-asia', 'Central Asia', 'central asia'),
  concept('middle-east', 'the Middle East', 'middle east'),
];
