import { describe, expect, it } from 'vitest';
import { openSource } from './open-source.ts';
import type { SourceBlock } from './source-document.ts';

const blocksOf = async (html: string): Promise<SourceBlock[]> =>
  (await openSource(new TextEncoder().encode(`<!doctype html><html><body>${html}</body></html>`), 'page.html')).blocks;
const shape = (blocks: readonly SourceBlock[]): unknown[] => blocks.map((b) => [b.kind, b.level, b.marker, b.text]);
const markers = async (html: string): Promise<(string | null)[]> => (await blocksOf(html)).map((b) => b.marker);

describe('HTML', () => {
  it('gives headings, paragraphs, lists and tables in order', async () => {
    const blocks = await blocksOf(
      '<h1>Lake Board</h1><p>The <b>Chair</b> opened\n the meeting &amp; thanked <em>everybody</em>.</p><ol><li>First wish<ol type="a"><li>detail</li><li>detail</li></ol></li><li>Second wish</li></ol>' +
        '<ul><li>bullet</li></ul><table><tr><th>Town</th><th>Boats</th></tr><tr><td>Northport</td><td>4</td></tr></table>',
    );
    expect(shape(blocks)).toEqual([
      ['heading', 1, null, 'Lake Board'],
      ['paragraph', null, null, 'The Chair opened the meeting & thanked everybody.'],
      ['list-item', 1, '1.', 'First wish'],
      ['list-item', 2, 'a.', 'detail'],
      ['list-item', 2, 'b.', 'detail'],
      ['list-item', 1, '2.', 'Second wish'],
      ['list-item', 1, '•', 'bullet'],
      ['table-row', null, null, 'Town | Boats'],
      ['table-row', null, null, 'Northport | 4'],
    ]);
    expect(blocks[1]?.emphasis).toEqual([
      { start: 4, end: 9, kind: 'bold' },
      { start: 39, end: 48, kind: 'italic' },
    ]);
  });

  it('leaves out what a content management system puts around an article', async () => {
    const blocks = await blocksOf(
      '<div class="skip"><a>Skip to content</a></div><div id="breadcrumb">Home &gt; Ports</div><div class="share">Print</div><h1>Lake Board</h1><div class="node social-affairs"><p>The Chair opened the meeting.</p></div><div class="block-related-news"><p>Harbour Forum held on 3 May 2016</p></div>',
    );
    expect(blocks.map((b) => b.text)).toEqual(['Lake Board', 'The Chair opened the meeting.']);
  });

  it('a line of place and date below a long title is a line of its own', async () => {
    const blocks = await blocksOf(
      '<p><strong>Third Conference of Ministers of the Coast on Ice, Boats and Lights</strong><br/>Northport, 23-25 November 2011</p>',
    );
    expect(blocks.map((b) => b.text)).toEqual([
      'Third Conference of Ministers of the Coast on Ice, Boats and Lights',
      'Northport, 23-25 November 2011',
    ]);
  });

  it('numbers lists as a browser prints them', async () => {
    const items = '<li>x</li><li>y</li>';
    expect(await markers(`<ol start="4">${items}</ol>`)).toEqual(['4.', '5.']);
    expect(await markers(`<ol reversed>${items}</ol>`)).toEqual(['2.', '1.']);
    expect(await markers(`<ol type="I" start="3">${items}</ol>`)).toEqual(['III.', 'IV.']);
    expect(await markers(`<ol style="list-style-type: lower-roman">${items}</ol>`)).toEqual(['i.', 'ii.']);
    expect(await markers('<ol><li value="7">x</li><li>y</li></ol>')).toEqual(['7.', '8.']);
    expect(await markers(`<ol style="list-style:none">${items}</ol>`)).toEqual([null, null]);
  });

  it('takes labels that are written in the text', async () => {
    const blocks = await blocksOf(
      '<p>5. The board met.</p><p>a)&nbsp;&nbsp; A wish<br>- one<br>- two</p><p>Spring<br>session</p>',
    );
    expect(blocks.map((b) => [b.marker, b.text])).toEqual([
      ['5.', 'The board met.'],
      ['a)', 'A wish'],
      ['-', 'one'],
      ['-', 'two'],
      [null, 'Spring session'],
    ]);
  });

  it('keeps ordinals, drops references to footnotes, and tells footnotes apart', async () => {
    const blocks = await blocksOf(
      '<p>On the 14<sup>th</sup> the board met.<sup>1</sup> It closed<a href="#fn2"><sup>[2]</sup></a> at noon, 30 km<sup>2</sup> away.</p><p><sup>1</sup> In the harbour.</p><ol class="footnotes"><li id="fn2">At four. <a href="#fnref2">↩</a></li></ol>',
    );
    expect(blocks.map((b) => [b.kind, b.text])).toEqual([
      ['paragraph', 'On the 14th the board met. It closed at noon, 30 km2 away.'],
      ['footnote', 'In the harbour.'],
      ['footnote', 'At four.'],
    ]);
  });

  it('makes a heading of a short bold paragraph, not of a bold sentence or a bold beginning', async () => {
    const blocks = await blocksOf(
      '<p><strong>Next steps</strong></p><p><strong>The board met.</strong></p><p><b>Northport</b> spoke first.</p><p style="font-weight:bold">2. Outlook</p>',
    );
    expect(shape(blocks)).toEqual([
      ['heading', null, null, 'Next steps'],
      ['paragraph', null, null, 'The board met.'],
      ['paragraph', null, null, 'Northport spoke first.'],
      ['heading', null, '2.', 'Outlook'],
    ]);
  });

  it('leaves out what frames a page and keeps the title in the header of an article', async () => {
    const blocks = await blocksOf(
      '<header><a href="/">Home</a></header><main><article><header><h1>Spring session</h1></header><p>The board met.</p></article></main><aside>More news</aside><footer>Imprint</footer>',
    );
    expect(blocks.map((b) => b.text)).toEqual(['Spring session', 'The board met.']);
  });

  it('reads indents, hidden rows and broken markup', async () => {
    const blocks = await blocksOf(
      '<p style="margin-left:36.0pt;text-indent:-18pt">- wish</p><table><tr hidden><td>no</td></tr><tr><td>a<td>b</table><p>open <b>bold<p>next</b> plain',
    );
    expect(blocks[0]?.indent).toBe(36);
    expect(blocks.map((b) => b.text)).toEqual(['wish', 'a | b', 'open bold', 'next plain']);
  });
});
