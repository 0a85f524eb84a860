/**
 * Words with more than one reading, most of them single characters, in traditional characters. Where
 * a character is in a longer word of CC-CEDICT, that decides; these are for 長 in 地上長滿了草, which is
 * in none. A line: word, reading (its syllables joined by _), pattern of what precedes, pattern of what
 * follows (- for any). The first line of a word whose patterns fit decides. NUMERAL and TITLE stand for
 * lists.
 */
const RULES = `
得 de2 - ^什麼[果病獎]
得 de5 [做吃喝跑走受忘來去看管辦拿搬撐扛忍逃騙躲]$ ^了
得 de5 [吃喝看聽找買討拿搬辦說想用查認量讀猜摸捧排做管收接尋算]$ ^[到出住起上下來去過]
得 de2 - ^(?:[了過到獎知罪票勝名癌病第]|分(?![毫外明清不])|諾貝爾|肺|金牌|感冒)
得 dei3 (?:^|[我你您他她們還就總必可都也只非卻先則]|[。，！？；：])$
得 dei3 - ^(?:趕[快緊]|[早晚]點|先|再|按[時照期]|多(?![了少])|去(?!年)|等|靠|要|自己)
得 de5 .
了 liao3 [做吃喝跑走忘受來去看管辦拿搬撐忍逃騙躲進到改免少缺完好][不得]$
了 liao3 不$
了 le5
著 zhao2 [睡找猜點燒砸摔凍燙嚇][不得]?$ ^(?:[了，。！？、]|$)
著 zhao2 [睡找猜點燒夠碰摸管用犯見尋][不得]$
著 zhuo2 穿$ ^(?:[打的很，。、！？]|和|$)
著 zhao2 - ^(?:火|涼|急|迷|魔)
著 zhe5
還 huan2 把[^，。！？]{1,10}$
還 huan2 - ^(?:[，。！？；]|$)
還 huan2 (?:[償歸退奉送交要該去欠]|(?<![起看說])來)$
還 huan2 [不沒]$ ^[我你您他她]
還 huan2 - ^(?:[給清債款錢書掉完]|[你我他她](?:們)?(?:錢|的|一|這|那|人情)|了(?!解))
還 hai2
都 du1 [國故古定建遷京陪首]$
都 du1 - ^[城市]
都 dou1
為 wei2 (?:[成作認視稱譽化變改選列定封評命名譯轉淪升設尊奉結極頗甚更最較尤皆均僅約即亦乃則身]|以.{1,6}|[兩一]分)$
為 wei2 - ^[^，。！？；]{1,10}所[^以有]
為 wei4 - ^(?:[我你您他她它誰何此了著]|自己|大家|人民|國|什麼|自由|和平|社會|孩子|父母|家|民|公司|客|別人|下一代|理想|未來)
為 wei4 - ^免
為 wei4 - ^[^，。！？]{1,8}(?:爭[論吵執]|吵)
為 wei4 - ^[^，。！？]{1,6}(?:準備|服務|帶來|提供|寫|做[^為]|著想|感到|擔心|打[開造拼]|創造|贏得|辦|爭取|設計|付出|奮鬥|犧牲|祈禱|加油|慶)
為 wei2
長 chang2 [很太最更真好極常麼夠]$
長 zhang3 - ^過了?頭
長 zhang3 - ^到了?(?:[我你您他她]|.{0,4}[歲肩腰膝胸頂])
長 zhang3 越$ ^(?:越|得)
長 zhang3 - ^(?:[大高出滿得胖成了在起牙痘草毛鬍]|得|著)
長 zhang3 [市縣鎮鄉村校院局部處科組隊團班排連營船機站店廠館所會事書行]$ ^(?!度|短|遠|期)
長 chang2
重 chong2 - ^[新複覆建逢疊申演返遊讀看寫做來試考聚整組回啟生現播拍置選溫修訂蓋走簽填發裝貼剪排選印錄譯]
重 chong2 [雙多層萬]$
重 zhong4
行 hang2 (?:[NUMERAL改轉入本同內外]|第.{1,3})$
行 hang2 (?:五金|電器|電腦|唱片|水果|機車|輪胎|建材|家具|玩具|茶葉|木材|拍賣|[車洋商花藥米糧])$
行 xing2
數 shu3 [在從要來去請細地倒默再]$
數 shu3 - ^(?:到|著|了|一數|羊|完|不|清|得|錢|星|票|數|起)
數 shu4
中 zhong4 正$ ^[目靶]
中 zhong4 [看打射擊猜正命押相選料抽刺]$
中 zhong4 - ^(?:了|獎|彩|樂透|槍|彈|計|毒|風(?!格)|暑|邪|籤|標|頭獎|大獎|箭)
中 zhong1
好 hao4 [愛喜嗜癖偏所]$
好 hao4 - ^(?:學不|奇|客|動|勝|戰|鬥|賭|強|色|酒|逸)
好 hao3
分 fen4 [水養成鹽糖職福緣輩]$
分 fen1
背 bei1 把[^，。]{1,12}(?:孩子|人|老婦|[爸媽爺奶他她我你])們?$
背 bei4 - ^著(?:[人他她你我]|父母|太太|先生|大家)
背 bei1 - ^(?:著|起|包|[小]?孩|不動|在(?:身|背|肩)|行李|債|負|上(?!的))
背 bei1 把[^，。]{1,6}$
背 bei4
種 zhong4 - ^(?:什麼|因得)
種 zhong4 - ^出
種 zhong3 [NUMERAL各某何多品兵物人變]$
種 zhong4 - ^(?:[菜花樹田地草稻米麥瓜豆茶果蔬出下滿的了著在植])
種 zhong3
應 ying4 - ^[^，。]{1,10}(?:要求|邀請?|之[邀請])
應 ying4 [回適反供響對照呼感報效]$
應 ying1
相 xiang4 [長首丞宰真面照皮亮賣出洋吃睡福]$
相 xiang1
少 shao4 - ^[年女男婦爺主林]
少 shao3
空 kong4 (?:有|沒|抽|得|趁|偷)$ ^(?:[嗎吧的再就來去時，。！？]|$)
空 kong4 - ^(?:出|格|位|缺|檔|隙|下來)
空 kong1
間 jian4 - ^(?:隔|斷|接|歇|諜|隙)
間 jian1
難 nan4 [災苦遇逃落罹殉國遭患責劫救避]$
難 nan2
調 diao4 [曲音聲語腔格論筆步]$
調 diao4 - ^[到動去回派職查任往兵集度閱包頭離走升出進他她至來]
調 tiao2
教 jiao4 [宗佛道回督主邪信傳請]$
教 jiao1
藏 zang4 [西寶大道青川漢]$
藏 zang4 - ^[族語文傳獒羚區民曆]
藏 cang2
處 chu3 相$
處 chu3 - ^(?:[於在理罰分世事死]|[處]為)
處 chu4
傳 zhuan4 [自列外小正別評滸左經雄物蛇本]$
傳 zhuan4 - ^記
傳 chuan2
降 xiang2 [投歸誘招勸詐]$
降 xiang2 - ^[服伏龍魔]
降 jiang4
差 cha1 [溫時誤偏落反逆色視價]$
差 chai1 - ^(?:[我你您他她]們?|人)[去到來出送辦前回]
差 chai1 [出郵欽公]$
差 cha4
覺 jiao4 (?:[睡午一個頓場懶好]|睡不著|睡[了過])$
覺 jue2
樂 yue4 [音奏配弦管國聲響士典滾]$
樂 yue4 - ^[團隊器曲章譜手壇迷理]
樂 le4
轉 zhuan4 - ^[NUMERAL半]+圈
轉 zhuan4 [會不在自]$ ^[，。！？；]
轉 zhuan4 (?:[繞圍][^，。]{0,8}|團團|不停地|打|旋|自|公|運)$
轉 zhuan4 - ^(?:動|圈|了.{0,2}圈|速|盤|軸|輪|個不停)
轉 zhuan3
當 dang4 (?:把[^，。]{1,8}|[上恰妥適典正穩]|別把.{1,4})$
當 dang4 - ^[作成真鋪做]
當 dang1
倒 dao4 - ^了?[一兩幾]?[點些碗盆壺瓶]
倒 dao4 把[^，。]{1,8}$
倒 dao4 [茶水酒奶湯油][^，。]{0,6}$ ^了?[，。！？；]
倒 dao4 - ^(?:[一了滿]{0,2}杯|[茶水酒車進出垃掉是退數帶流立映影轉貼敘也不未很真入滿插掛])
倒 dao3
曾 zeng1 姓$
曾 zeng1 - ^(?:祖|孫|國藩|子曰)
曾 zeng1 - TITLE
曾 ceng2
單 shan4 姓$
單 shan4 - TITLE
單 dan1
解 xie4 姓$
解 xie4 - TITLE
解 jie3
仇 qiu2 姓$
仇 qiu2 - TITLE
仇 chou2
任 ren2 姓$
任 ren2 叫$
任 ren2 - TITLE
任 ren4
朴 piao2 姓$
朴 piao2 - TITLE
查 zha1 姓$
查 zha1 - TITLE
查 cha2
華 hua4 姓$
華 hua4 - ^(?:山|佗)
華 hua2
幾 ji3
強 qiang3 [勉牽]$
強 jiang4 倔$
強 qiang3 - ^[迫求辯]
強 qiang2
挑 tiao3 - ^[戰釁撥逗起燈動]
挑 tiao1
釘 ding4 - ^[著上在死牢住]
釘 ding1
曲 qu1 [彎歪扭屈委盤]$
曲 qu3
散 san3 [鬆懶太很]$
散 san3 - ^[茶裝文沙兵戶打]
散 san4
假 jia4 [請放休度渡天週月連寒暑長婚產病事年]$
假 jia3
和 huo4 - ^(?:在一起|麵|勻|點水)
和 he4 唱一$
和 he4 - ^(?:詩(?![人歌集句詞文意情畫])|韻)
和 he2
號 hao2 [怒哀呼]$
號 hao4
露 lou4 - ^(?:[出面臉餡底]|馬腳|[一兩]手)
露 lu4
沒 mo4 [淹沉埋湮隱吞覆]$
沒 mo4 - ^(?:入|收|落|頂|齒)
沒 mei2
磨 mo4 [石推水拉]$
磨 mo4 - ^[坊盤]
磨 mo2
鋪 pu4 [店床臥當商]$
鋪 pu1
塞 sai4 [邊要出關]$
塞 sai1
宿 xiu4 [二十八星]$
宿 xiu3 [一兩三半整]$
宿 su4
吐 tu4 [嘔想欲要直]$
吐 tu4 - ^(?:了(?:[一滿]地|他|我|出|血|好|，|。|$)|血|奶|得)
吐 tu3
削 xiao1 - ^(?:[了掉皮尖好完一]|蘋果|鉛筆|水果)
削 xue1
載 zai3 (?:報紙?|[刊登記連史年一半])$
載 zai4
暈 yun4 - ^[車船機]
暈 yun4 [月日光紅]$
暈 yun1
圈 juan4 [羊豬牛馬]$
圈 quan1
屏 bing3 - ^[住氣息除]
屏 ping2
創 chuang1 - ^[傷口]
創 chuang4
剎 sha1 - ^[車住]
剎 cha4
嗎 ma5
呢 ne5
吧 ba5
喔 o1
啊 a5
嘛 ma5
的 de5
那 na4
哪 na3
誰 shei2
這 zhe4
過 guo4
個 ge4
上 shang4
與 yu3
把 ba3
被 bei4
從 cong2
不 bu4
彈 dan4 [砲炮飛炸子流榴導槍氫核]$
彈 tan2
量 liang2 - ^(?:一下|體溫|身高|血壓|了|好|[得出完到過影尺長距高])
量 liang4
鑽 zuan4 [顆粒克拉]$
鑽 zuan1
法 Fa3 [駐訪留赴旅]$ ^(?![律令規])
結 jie1 - ^滿?了?[^，。]{0,2}[果枣棗瓜]
葛 Ge3 姓$
待 dai1 一$ ^就?是
漲 zhang4 臉$ ^(?:得|紅)
漲 zhang3
落 la4 把[^，。！？]{1,6}$ ^在
待 dai1 - ^(?:在(?!於)|了|著|過|[多好幾]久|不[住下]|得住|一[會天夜晚整])
盛 cheng2 - ^(?:[湯飯菜水粥酒麵滿好起出入進在著上]|得|了|[一兩幾三半])
傾倒 qing1_dao3 [為令讓]之?(?:[他她你我人]|眾人|世人)?$
傾倒 qing1_dao4
便 bian4
給 gei3
說 shuo1
會 hui4
朝 chao2
看 kan4
盡 jin4
累 lei4
喝 he1
稱 chen4 - ^[身職]
稱 cheng1
冠 guan4 勇$
冠 guan1
切 qie1
漂 piao3 - ^[白洗染]
漂 piao1
悶 men4
要 yao4
占 zhan4
地 de5 [意格額例分]外$
地 de5 (.)\\1$
地 di4 - ^(?:[上下裡面方區球點圖板位帶震鐵主形理獄毯瓜]|[，。！？、]|$)
地 di4 (?:^|[這那此該當本各某外內土天大田草工場陸產聖在滿遍掃拖落倒跪坐的，。])$
地 de5 .
供 gong4 [口招上自]$
供 gong4 - ^[認詞品奉]
供 gong1
只 zhi1 [NUMERAL]$ ^(?!是|有|能|要|好)
只 zhi3
`;

const LISTS: readonly (readonly [name: string, characters: string])[] = [
  ['NUMERAL', '一二兩三四五六七八九十百千幾數每這那哪'],
  ['TITLE', '^(?:先生|女士|小姐|太太|老師|教授|醫[師生]|博士|總統|部長|家|氏)'],
];

/** A reading with the patterns of what must precede and follow; null for anything. */
export interface PolyphoneRule {
  readonly reading: string;
  readonly before: RegExp | null;
  readonly after: RegExp | null;
}

export const polyphoneRules: ReadonlyMap<string, readonly PolyphoneRule[]> = readRules();

function readRules(): ReadonlyMap<string, readonly PolyphoneRule[]> {
  const rules = new Map<string, PolyphoneRule[]>();
  for (const line of RULES.trim().split('\n')) {
    const [character = '', reading = '', before, after] = line.split(' ');
    const known = rules.get(character) ?? [];
    rules.set(character, [...known, { reading, before: pattern(before), after: pattern(after) }]);
  }
  return rules;
}

function pattern(source = '-'): RegExp | null {
  if (source === '-') return null;
  return new RegExp(
    LISTS.reduce((text, [name, characters]) => text.replace(name, characters), source),
  );
}
