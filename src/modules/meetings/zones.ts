/** Time zones offered first for the place of a meeting; any other IANA zone may be written. */
export const offeredZones = [
  'Europe/Vienna',
  'Europe/Budapest',
  'Europe/Istanbul',
  'Europe/Sofia',
  'Europe/Tirane',
  'Europe/Sarajevo',
  'Europe/Skopje',
  'Asia/Tbilisi',
  'Asia/Baku',
  'Asia/Tashkent',
  'Asia/Karachi',
  'UTC',
] as const;
