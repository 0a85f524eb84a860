/** American spellings of British words that no ending tells. */
const WORDS: ReadonlyMap<string, string> = new Map(
  (
    'grey gray;tyre tire;kerb curb;plough plow;sceptic skeptic;sceptical skeptical;scepticism skepticism;mould mold;' +
    'moustache mustache;pyjamas pajamas;programme program;cheque check;storey story;draught draft;jewellery jewelry;' +
    'aluminium aluminum;ageing aging;judgement judgment;acknowledgement acknowledgment;skilful skillful;wilful willful;' +
    'fulfil fulfill;enrol enroll;enrolment enrollment;instalment installment;fulfilment fulfillment;manoeuvre maneuver;' +
    'whilst while;amongst among;towards toward;afterwards afterward;learnt learned;burnt burned;dreamt dreamed;spelt spelled;' +
    'catalogue catalog;dialogue dialog;analogue analog;paediatric pediatric;anaemia anemia;oestrogen estrogen;foetus fetus;' +
    'encyclopaedia encyclopedia;archaeology archeology;mediaeval medieval;aeroplane airplane;artefact artifact;mum mom;' +
    'defence defense;offence offense;licence license;pretence pretense;practise practice;axe ax;cosy cozy;' +
    'furore furor;maths math;omelette omelet;woollen woolen;marvellous marvelous;tranquillity tranquility;sulphur sulfur'
  )
    .split(';')
    .map((pair) => pair.split(' '))
    .map(([british = '', american = '']) => [british, american] as const),
);

/** Stems in -our that Americans write with -or; four, hour, tour and pour are none of them. */
const OUR =
  /^(un|dis|mis|re|en)?(arb|ard|arm|behavi|cand|clam|col|demean|endeav|fav|flav|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|splend|tum|val|vap|vig)our/;
/** Words in -tre that Americans write with -ter. */
const TRE =
  /^(cen|thea|fib|li|(?:kilo|centi|milli)?me|lus|meag|spec|sab|somb|calib)(t|r|b)?re(s|d)?$/;
/** A doubled l that American spelling has once, where the stress is not on the last syllable. */
const DOUBLED =
  /(travel|cancel|label|level|model|signal|counsel|quarrel|fuel|channel|tunnel|total|rival|equal|dial|jewel|marvel|panel|shovel|snivel|swivel|towel|tunnel|unravel|funnel|grovel|initial|libel|bevel|chisel|duel|enamel|parcel|pedal|pencil|revel|shrivel|spiral|symbol|tinsel|worship)(l|p)(ed|ing|er|ers|or|ors)$/;
/** Words in -ise that are so in America too. */
const ISE =
  /(advert|adv|ar|chast|circumc|compr|comprom|conc|dem|desp|dev|disgu|enfranch|enterpr|exc|exerc|franch|improv|incis|merchand|prec|prem|pra|prom|ra|reprise|rev|r|superv|surm|surpr|telev|treat|w|no|po|ch|parad|expert|turquo|tortois|mala|likew|otherw)is(e[sd]?|ing)$/;

/** A word in American spelling, so that both spellings of it compare equal: colour, organised. */
export function foldSpelling(word: string): string {
  const lower = word.toLowerCase();
  const listed = WORDS.get(lower);
  if (listed !== undefined) return listed;
  let folded = lower.replace(OUR, (whole) => `${whole.slice(0, -3)}or`);
  folded = folded.replace(DOUBLED, '$1$3');
  if (TRE.test(folded)) folded = folded.replace(/([tb])re(s|d)?$/, '$1er$2');
  if (!ISE.test(folded)) {
    folded = folded.replace(/([a-z]{3,})is(e|es|ed|ing|er|ers|ation|ations)$/, '$1iz$2');
  }
  return folded.replace(/([a-z]{3,}l)ys(e|es|ed|ing)$/, '$1yz$2');
}
