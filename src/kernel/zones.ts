/** Time zones offered first, for a place or a deadline; any other IANA zone may be written. */
export const offeredZones = [
  'Europe/Vienna',
  'Europe/Budapest',
  'Europe/Istanbul',
  'Europe/Sofia',
  'Europe/London',
  'Europe/Tirane',
  'Europe/Sarajevo',
  'Europe/Skopje',
  'Asia/Tbilisi',
  'Asia/Baku',
  'Asia/Tashkent',
  'Asia/Karachi',
  'UTC',
] as const;
