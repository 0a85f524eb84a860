import { createRequire } from 'node:module';
import type { DictGroup } from 'opencc-js/core';
import { type ConversionSteps, phraseConverter } from './phrase-conversion.ts';
import { regionPhrases } from './region-phrases.ts';
import type { Script } from './scripts.ts';

/**
 * Characters of one script that are also ordinary ones of the other (后 in 皇后, 台 in 台灣; 著 in 著名,
 * 乾 in 乾隆): seeing one proves nothing about the script of a text.
 */
const ORDINARY_IN: Readonly<Record<Script, ReadonlySet<string>>> = {
  traditional: new Set(
    '丑么于云仆伙余佣准几凶划占厘台吁吃后咨咸夸尸岩岳帘干征恒斗朴杠杰涂涌淀游熏皂苹范虱跖辟郁采里霉谷面松只系制向回' +
      '吊周志折曲杯欲沈蒙表症致雇',
  ),
  simplified: new Set('乾著於藉瞭夥沖'),
};

/** Read at the first conversion: its 1.2 MB of dictionaries take 30 ms of the bot's start. */
const preset = onFirstUse((): typeof import('opencc-js/preset') =>
  createRequire(import.meta.url)('opencc-js/preset'),
);

function stepsOf(name: string): ConversionSteps {
  const config = preset().configs[name];
  if (config === undefined) throw new Error(`opencc-js has no configuration ${name}`);
  return { segmentation: config.segmentation, chain: config.conversionChain };
}

/** Builds on first use and keeps: the tables of both directions take about 50 ms and 8 MB. */
function onFirstUse<T>(build: () => T): () => T {
  let built: { readonly value: T } | undefined;
  return () => {
    built ??= { value: build() };
    return built.value;
  };
}

/**
 * An OpenCC configuration with our phrases first. They are put in front as a cut of their own too,
 * so that no longer phrase of OpenCC reaches into one of them.
 */
function withRegionPhrases(name: string, script: Script): (text: string) => string {
  const own = regionPhrases[script];
  const convertRest = phraseConverter(stepsOf(name));
  const longestFirst = [...own].sort(([a], [b]) => b.length - a.length);
  const targets = new Map(own);
  const pattern = new RegExp(`(${longestFirst.map(([source]) => source).join('|')})`);
  return (text) =>
    text
      .split(pattern)
      .map((piece) => targets.get(piece) ?? convertRest(piece))
      .join('');
}

/** Taiwan's Traditional ↔ the mainland's Simplified with phrases: OpenCC's `tw2sp` and `s2twp`. */
export const phraseConverters: Readonly<Record<Script, () => (text: string) => string>> = {
  simplified: onFirstUse(() => withRegionPhrases('tw2sp', 'simplified')),
  traditional: onFirstUse(() => withRegionPhrases('s2twp', 'traditional')),
};

/** The same without words of a region: OpenCC's `tw2s` and `s2tw`, which keep the length. */
export const spellingConverters: Readonly<Record<Script, () => (text: string) => string>> = {
  simplified: onFirstUse(() => phraseConverter(stepsOf('tw2s'))),
  traditional: onFirstUse(() => phraseConverter(stepsOf('s2tw'))),
};

/** One character to one character of the same length, from OpenCC's character tables. */
export const characterTables: Readonly<Record<Script, () => ReadonlyMap<string, string>>> = {
  simplified: onFirstUse(() => characterTable('tw2s')),
  traditional: onFirstUse(() => characterTable('s2tw')),
};

/** Characters written in one script only: what a text's script is recognised by. */
export const tellingCharacters: Readonly<Record<Script, () => ReadonlySet<string>>> = {
  traditional: onFirstUse(() => telling('simplified')),
  simplified: onFirstUse(() => telling('traditional')),
};

function telling(away: Script): ReadonlySet<string> {
  const there = characterTables[away]();
  const back = characterTables[away === 'simplified' ? 'traditional' : 'simplified']();
  const found = [...there].filter(
    ([from, to]) =>
      from !== to && !ORDINARY_IN[away].has(from) && (back.get(from) ?? from) === from,
  );
  return new Set(found.map(([from]) => from));
}

/** All steps of a configuration for single characters, composed: 里 → 裏 → 裡. */
function characterTable(name: string): ReadonlyMap<string, string> {
  const steps = stepsOf(name).chain.map(charactersOf);
  const sources = new Set(steps.flatMap((step) => [...step.keys()]));
  const through = (character: string) =>
    steps.reduce((current, step) => step.get(current) ?? current, character);
  return new Map([...sources].map((source) => [source, through(source)] as const));
}

function charactersOf(group: DictGroup): ReadonlyMap<string, string> {
  const characters = new Map<string, string>();
  for (const dictionary of group) {
    if (typeof dictionary !== 'string') continue;
    for (const line of dictionary.split('|')) {
      const [from = '', to = ''] = line.split(' ');
      const single = [...from].length === 1 && from.length === to.length;
      if (single && !characters.has(from)) characters.set(from, to);
    }
  }
  return characters;
}
