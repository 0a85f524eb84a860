import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFileText } from '../../../src/intake/read/read.ts';
import { docx, epub, wordParagraph } from './files.ts';

const lines = async (name: string, content: string | Uint8Array) => {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  return (await readFileText({ name, bytes })).lines;
};

describe('plain text', () => {
  it('keeps its blank lines, so that numbers are those of an editor', async () => {
    expect(await lines('a.txt', '\ufeffThe bay.\r\n\r\n 海灣。 \n')).toEqual([
      'The bay.',
      '',
      '海灣。',
      '',
    ]);
    expect(await lines('without-a-kind', 'The bay.')).toEqual(['The bay.']);
  });
});

describe('Markdown', () => {
  it('gives its text without marks, a block a line', async () => {
    const text = [
      '---\ntitle: no\n---',
      '# The *old* harbour',
      'The first line\ngoes on [here](https://example.org).',
      '- one\n- two',
      '> 海灣裡的\n> 船。',
      'English.\n中文。',
      '<!-- nothing -->',
    ].join('\n\n');
    expect(await lines('a.md', text.replace('---\n\n#', '---\n#'))).toEqual([
      'The old harbour',
      'The first line goes on here.',
      'one',
      'two',
      '海灣裡的船。',
      'English.',
      '中文。',
    ]);
  });
});

describe('HTML', () => {
  it('gives what a browser shows, a block a line', async () => {
    const page = `<!doctype html><html><head><title>no</title><style>p{}</style></head><body>
      <nav><a href="/">Home</a></nav><h1>Boats &amp; tides</h1>
      <p>A boat
        is <b>small</b>.<br>船很<ruby>小<rt>xiǎo</rt></ruby>。</p>
      <p>海上\n有霧。<script>alert(1)</script></p><p hidden>secret</p>
      <table><tr><td>One</td><td>一</td></tr></table><pre>first\n second</pre>loose</body></html>`;
    expect(await lines('a.html', page)).toEqual([
      'Boats & tides',
      'A boat is small.',
      '船很小。',
      '海上有霧。',
      'One',
      '一',
      'first',
      'second',
      'loose',
    ]);
  });
});

describe('Word', () => {
  it('gives the paragraphs as they read now', async () => {
    const body = [
      wordParagraph('The boat ', 'leaves & returns.'),
      '<w:p><w:r><w:t>Kept</w:t><w:tab/><w:t>on</w:t></w:r><w:del><w:r><w:delText>deleted</w:delText></w:r></w:del><w:r><w:br/><w:t>新行</w:t></w:r></w:p>',
      `<w:tbl><w:tr><w:tc>${wordParagraph('Left.')}</w:tc><w:tc>${wordParagraph('右。')}</w:tc></w:tr></w:tbl>`,
      '<mc:AlternateContent><mc:Fallback><w:p><w:r><w:t>twice</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>',
      '<w:p/>',
    ];
    expect(await lines('a.docx', docx(body.join('')))).toEqual([
      'The boat leaves & returns.',
      'Kept on',
      '新行',
      'Left.',
      '右。',
    ]);
  });
});

describe('EPUB', () => {
  it('gives the chapters in reading order, without the table of contents', async () => {
    const book = epub(['<h1>Second</h1><p>第二。</p>', '<p>First.<br/>第一。</p>']);
    expect(await lines('a.epub', book)).toEqual(['First.', '第一。', 'Second', '第二。']);
  });
});

describe('subtitles', () => {
  it('joins cues up to the end of a sentence', async () => {
    const srt = [
      '1\n00:00:01,000 --> 00:00:02,000\n<i>The ferry leaves</i>\n渡輪',
      '2\n00:00:02,100 --> 00:00:03,000\nat six.\n六點開。',
      '3\n00:00:03,100 --> 00:00:04,000\n{\\an8}Nobody talks.\n沒有人說話。',
      '4\n00:00:09,000 --> 00:00:10,000\n(music)',
    ].join('\n\n');
    expect(await lines('a.srt', srt)).toEqual([
      'The ferry leaves at six.',
      '渡輪六點開。',
      'Nobody talks.',
      '沒有人說話。',
      '(music)',
    ]);
  });

  it('leaves cues alone where no sentence ever ends', async () => {
    const vtt = [
      'WEBVTT',
      'NOTE nothing',
      '01:00.000 --> 01:02.000 align:start\n渡輪六點開',
      '01:02.000 --> 01:04.000\n沒有人說話 &amp; 笑',
    ].join('\n\n');
    expect(await lines('a.vtt', vtt)).toEqual(['渡輪六點開', '沒有人說話 & 笑']);
  });
});

describe('what is in pairs already', () => {
  it('is read from a translation memory', async () => {
    const tmx = `<?xml version="1.0"?><tmx version="1.4"><body>
      <tu><tuv xml:lang="en-GB"><seg>The <bpt i="1">&lt;b></bpt>bay.</seg></tuv><tuv xml:lang="zh-TW"><seg>海\u200b灣。</seg></tuv></tu>
      <tu><tuv xml:lang="en"><seg>Alone.</seg></tuv><tuv xml:lang="de"><seg>Allein.</seg></tuv></tu>
    </body></tmx>`;
    const read = await readFileText({ name: 'a.tmx', bytes: strToU8(tmx) });
    expect(read.pairs).toEqual([{ en: 'The bay.', zh: '海灣。' }]);
    expect(read.invisible).toBe(1);
  });
});
