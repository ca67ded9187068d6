import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as typst from '@myriaddreamin/typst-ts-web-compiler';
import type { PrintedDocument } from '../document.ts';
import { typstData } from './data.ts';

const require = createRequire(import.meta.url);

/** The fonts of the interface, as files that can be embedded. A character that none of them has is printed as a box. */
const faces = [
  ['source-serif-4', 'SourceSerif4', ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic']],
  ['source-sans-3', 'SourceSans3', ['400Regular', '400Regular_Italic', '600SemiBold']],
  ['noto-naskh-arabic', 'NotoNaskhArabic', ['400Regular', '600SemiBold']],
] as const;

let compiler: Promise<typst.TypstCompiler> | undefined;

/**
 * The document as a tagged PDF. Takes a plain document (`plainDocument`); the same document gives the same bytes.
 * Blocks the thread it runs in, so it is called in a worker (`in-worker.ts`). The compiler can open no file and no address.
 */
export async function renderPdf(document: PrintedDocument): Promise<Uint8Array> {
  const typesetter = await (compiler ??= openCompiler());
  typesetter.map_shadow('/document.json', new TextEncoder().encode(JSON.stringify(typstData(document))));
  const world = typesetter.snapshot('/', '/template.typ', undefined);
  try {
    // 1 is PDF; 3 asks for whole diagnostics.
    const { result, diagnostics } = world.get_artifact(1, 3) as { result?: Uint8Array; diagnostics?: unknown };
    if (!result) throw new Error(`Typst made no PDF: ${JSON.stringify(diagnostics)}`);
    return result;
  } finally {
    world.free();
  }
}

async function openCompiler(): Promise<typst.TypstCompiler> {
  const folder = dirname(require.resolve('@myriaddreamin/typst-ts-web-compiler'));
  await typst.default({ module_or_path: readFileSync(join(folder, 'typst_ts_web_compiler_bg.wasm')) });
  const fonts = new typst.TypstFontResolverBuilder();
  for (const face of faces.flatMap(([family, name, weights]) => weights.map((w) => [family, w, `${name}_${w}.ttf`])))
    fonts.add_raw_font(readFileSync(require.resolve(`@expo-google-fonts/${face.join('/')}`)));
  const builder = new typst.TypstCompilerBuilder();
  builder.set_dummy_access_model();
  const opened = await builder.build();
  opened.set_fonts(await fonts.build());
  opened.add_source('/template.typ', readFileSync(join(import.meta.dirname, 'template.typ'), 'utf8'));
  return opened;
}
