import fc from 'fast-check';
import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { phraseConverter } from '../../src/language/phrase-conversion.ts';
import {
  charactersInScript,
  inScript,
  type Script,
  sameLengthInScript,
  scriptOf,
  writtenText,
} from '../../src/language/scripts.ts';
import conversions from './data/scripts.json' with { type: 'json' };
import sentences from './data/segmentation.json' with { type: 'json' };

const SCRIPTS: readonly Script[] = ['traditional', 'simplified'];
const script = fc.constantFrom(...SCRIPTS);
/** Texts of Chinese words, sentences, Latin letters, emoji and anything else. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...conversions.map((one) => one.text)),
      fc.constantFrom(...'后里干台只面系發髮軟體软件“”「」，。'),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

function otherThan(target: Script): Script {
  return target === 'traditional' ? 'simplified' : 'traditional';
}

describe('conversion with phrases', () => {
  it('is right for the sentences converted by hand', () => {
    const wrong = conversions.flatMap(({ to, text: given, expected }) => {
      const target: Script = to === 'traditional' ? 'traditional' : 'simplified';
      const got = inScript(writtenText(given, otherThan(target)), target).text;
      return got === expected ? [] : [`  ${given} → ${got}, expected ${expected}`];
    });
    const right = conversions.length - wrong.length;
    process.stdout.write(
      `${[`conversions: ${right} of ${conversions.length}`, ...wrong].join('\n')}\n`,
    );
    expect(right).toBeGreaterThanOrEqual(97);
  });

  it('keeps everything that is not Chinese', () => {
    const others = (value: string) => value.replace(/[\p{Script=Han}“”‘’「」『』]/gu, '');
    const latin = /^[\p{Script=Latin}\p{N}\p{Emoji}\s]+$/u;
    fc.assert(
      fc.property(text, script, (value, target) => {
        const got = inScript(writtenText(value, otherThan(target)), target).text;
        // U盘 and 隨身碟 are the one kind of phrase with a Latin letter in it.
        fc.pre(!/[A-Za-z]盘|隨身碟|[BDSU]/.test(value) || latin.test(value));
        expect(others(got)).toBe(others(value));
      }),
    );
  });

  it('leaves English with its quotation marks alone', () => {
    const english = 'He said “hello” and ‘bye’, 3.5% of 100: “a” — ok?';
    for (const target of SCRIPTS) expect(inScript(writtenText(english), target).text).toBe(english);
  });

  it('never converts a text twice', () => {
    fc.assert(
      fc.property(text, script, script, (value, first, second) => {
        const written = writtenText(value);
        const once = inScript(written, second);
        expect(inScript(inScript(written, first), second)).toEqual(once);
      }),
    );
  });

  it('gives back what was written when its own script is asked for', () => {
    for (const { text: given } of conversions) {
      const written = writtenText(given, 'traditional');
      const there = inScript(written, 'simplified');
      expect(inScript(there, 'traditional').text).toBe(given);
    }
  });

  it.each([
    ['tw2s', 'tw', 'cn'],
    ['s2tw', 'cn', 'tw'],
  ] as const)('does %s as opencc-js does', async (name, from, to) => {
    const { configs } = await import('opencc-js/preset');
    const config = configs[name];
    if (config === undefined) throw new Error(name);
    const ours = phraseConverter({
      segmentation: config.segmentation,
      chain: config.conversionChain,
    });
    const theirs = Converter({ from, to });
    const joined = sentences.map((one) => one.replaceAll('/', ''));
    for (const sentence of [...joined, ...conversions.map((one) => one.text)]) {
      expect(ours(sentence)).toBe(theirs(sentence));
    }
  });
});

describe('conversion of the same length', () => {
  it('keeps the length and every other character in its place', () => {
    fc.assert(
      fc.property(text, script, (value, target) => {
        for (const got of [sameLengthInScript(value, target), charactersInScript(value, target)]) {
          expect(got.length).toBe(value.length);
          for (let at = 0; at < value.length; at += 1) {
            if (!/\p{Script=Han}|[\ud800-\udfff]/u.test(value[at] ?? ''))
              expect(got[at]).toBe(value[at]);
          }
        }
      }),
    );
  });

  it('looks at the words around where it may', () => {
    expect(sameLengthInScript('皇后在后面的著作', 'traditional')).toBe('皇后在後面的著作');
    expect(sameLengthInScript('這個軟體的著作', 'simplified')).toBe('这个软体的著作');
  });

  it('converts a part alike anywhere', () => {
    fc.assert(
      fc.property(text, text, script, (one, two, target) => {
        fc.pre(!/[\ud800-\udbff]$/.test(one));
        expect(charactersInScript(one + two, target)).toBe(
          charactersInScript(one, target) + charactersInScript(two, target),
        );
      }),
    );
  });
});

describe('the script of a text', () => {
  it('is recognised in every sentence converted by hand that shows it', () => {
    const wrong = conversions.filter(({ to, text: given }) => scriptOf(given) === to);
    expect(wrong).toEqual([]);
  });

  it('is unknown where nothing tells', () => {
    for (const value of ['', 'English only.', '你好', '中文', '皇后'])
      expect(scriptOf(value)).toBeNull();
  });
});
