import { Converter as toTraditional } from 'opencc-js/cn2t';
import { Converter as toSimplified } from 'opencc-js/t2cn';

export type Script = 'traditional' | 'simplified';

const traditionalOf = toTraditional({ from: 'cn', to: 'tw' });
const simplifiedOf = toSimplified({ from: 'tw', to: 'cn' });

/**
 * Simplified forms that are also ordinary traditional characters of their own (后 in 皇后, 里 in
 * 公里, 台 in 台灣): seeing one proves nothing about the script of a text.
 */
const ALSO_TRADITIONAL = new Set(
  '丑么于云仆伙余佣准几凶划占厘台吁吃后咨咸夸尸岩岳帘干征恒斗朴杠杰涂涌淀游熏皂苹范虱跖辟郁采里霉谷面松只系制向回',
);

/** The characters of `text` that exist in simplified writing only, in order, each once. */
export function simplifiedOnly(text: string): string[] {
  const found = new Set<string>();
  for (const character of text) {
    if (isSimplified(character)) found.add(character);
  }
  return [...found];
}

/** The characters of `text` that exist in traditional writing only, in order, each once. */
export function traditionalOnly(text: string): string[] {
  const found = new Set<string>();
  for (const character of text) if (isTraditional(character)) found.add(character);
  return [...found];
}

/** The script most of the telling characters of `text` are written in; traditional on a tie. */
export function scriptOf(text: string): Script {
  let balance = 0;
  for (const character of text) {
    if (isTraditional(character)) balance += 1;
    else if (isSimplified(character)) balance -= 1;
  }
  return balance < 0 ? 'simplified' : 'traditional';
}

/** Both tests are needed: conversion also replaces rare variants within one script. */
function isTraditional(character: string): boolean {
  return simplifiedOf(character) !== character && traditionalOf(character) === character;
}

function isSimplified(character: string): boolean {
  if (ALSO_TRADITIONAL.has(character)) return false;
  return traditionalOf(character) !== character && simplifiedOf(character) === character;
}
