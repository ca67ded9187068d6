/** Time zones offered first for a deadline; any other IANA zone may be written. */
export const offeredZones = [
  'Europe/Vienna',
  'Europe/Budapest',
  'Europe/Istanbul',
  'Europe/Sofia',
  'Europe/London',
  'Asia/Tbilisi',
  'Asia/Baku',
  'Asia/Tashkent',
  'Asia/Karachi',
  'UTC',
] as const;
