/** English words that say how a sentence is built, or count: too plain to ask, too common to find. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the this that these those i me my mine you your yours he him his she her hers it its we us our ours they them ' +
    'their theirs myself yourself himself herself itself ourselves themselves who whom whose which what when where why how ' +
    'be am is are was were been being have has had having do does did done doing can could will would shall should may might ' +
    'must ought need not no nor and or but if so as than then because though although while until unless since whether ' +
    'of in on at to from by for with without within into onto out off over under about above below between among through ' +
    'during before after behind beside besides against toward towards upon across along around near up down away back ' +
    'all any both each every either neither some such many much more most few less least several other another others one ' +
    'ones two three four five six seven eight nine ten eleven twelve hundred thousand million half first second third once ' +
    'twice only just even still yet already also too very quite rather almost again ever never always often there here now ' +
    'same own else like get got go goes went gone come came make made take took let put thing things someone somebody anyone ' +
    'everyone everybody nobody nothing something anything everything however therefore thus perhaps maybe really indeed ' +
    'mr mrs sir per via etc ago soon later well way kind sort lot bit place say said says use used want give gave keep kept ' +
    'become became becomes call called find found set turn turned anywhere somewhere nowhere ' +
    'everywhere little bits number last next inside outside westward eastward northward southward highest lowest first'
  ).split(' '),
);
