/**
 * Answers with a file to keep. Browsers that know only plain file names get the name with everything else than letters and digits of English as hyphens.
 * @param name with its ending, in any script.
 */
export function fileResponse(bytes: Uint8Array | string, name: string, mediaType: string): Response {
  const plain = name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-.]+/, '') || 'file';
  const exact = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new Response(bytes as BodyInit, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${exact}`,
      'x-content-type-options': 'nosniff',
    },
  });
}
