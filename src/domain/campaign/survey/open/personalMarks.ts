import { cutWords } from './cutWords.ts'

/** What makes an answer tell who somebody is (可识别个人的内容). */
export type PersonalMark = 'phone' | 'idNumber' | 'longNumber' | 'contact' | 'plate' | 'address' | 'name'

/** Names of what makes an answer tell who somebody is (可识别个人的内容). */
export const personalMarkNames: Readonly<Record<PersonalMark, string>> = {
  phone: '电话号码',
  idNumber: '身份证号',
  longNumber: '长串号码',
  contact: '网络联系方式',
  plate: '车牌号',
  address: '门牌地址',
  name: '人名',
}

const DIGITS: readonly string[] = [...'零一二三四五六七八九']

const PATTERNS: readonly (readonly [PersonalMark, RegExp])[] = [
  ['idNumber', /(?<!\d)\d{17}[\dXx](?!\d)|(?<!\d)\d{15}(?!\d)/],
  ['phone', /(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)|(?<!\d)0\d{9,11}(?!\d)/],
  ['phone', /(?:电话|手机|号码|座机)\D{0,6}\d{7,8}(?!\d)/],
  ['longNumber', /\d{9,}/],
  ['contact', /[\w.+-]+@[\w-]+\.\w+|(?:微信|QQ|qq|抖音)(?:号|群)?\D{0,3}[A-Za-z0-9_-]{5,}/],
  ['plate', /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z0-9]{5,6}/],
  ['address', /\d+(?:号楼|栋|幢|单元)|(?:路|街|巷|村|组|小区)\d+号|门牌\D{0,3}\d+/],
  ['name', /(?:我叫|名叫|姓名|联系人)(?:是|为)?[：:，\s]*\p{Script=Han}{2,4}/u],
]

/** Single surnames that rarely begin another word before a title. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧董潘袁蔡蒋余于杜叶魏吕丁沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅邹孟熊秦邱阎薛侯雷龙段郝孔邵史陶贺毕龚严温汤乔赖樊兰殷施洪安颜倪庞武葛章俞柳翟岑覃蓝农'
const DOUBLE_SURNAMES = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐)/

const TITLES =
  /^(?:总|副)?(?:书记|副书记|主任|副主任|局长|副局长|科长|副科长|处长|副处长|部长|副部长|县长|副县长|镇长|乡长|村长|站长|所长|股长|校长|院长|队长|组长|委员|干事|支书|主席|秘书|经理|老师|医生|同志|先生|女士|大姐|师傅)$/

/** Words of two or three characters that begin with the sign of a surname and stand before titles. */
const WORDS = new Set(
  '安全 金融 农业 农村 农机 农办 高级 高校 武装 程序 周围 周一 周二 周三 周四 周五 周边 曾经 于是 余下 安置 安监 高新 高速 高中 何时 何种 石油 林业 林草 马上 温泉 严格 施工 金山 龙头 兰花 史志 雷达 陆续 许多 章程'.split(
    ' ',
  ),
)

/** Finds what in an answer tells who somebody is (可识别个人的内容); none for an answer that may be read. Rather one too many than one too few. */
export function personalMarks(text: string): readonly PersonalMark[] {
  const plain = text.normalize('NFKC')
  const figures = plain
    .replaceAll(/[零〇一二三四五六七八九幺]{7,}/g, run => [...run].map(digitOf).join(''))
    .replaceAll(/(?<=\d)[\s\-—–.·,，]+(?=\d)/g, '')
  const found = new Set(PATTERNS.flatMap(([mark, pattern]) => (pattern.test(figures) ? [mark] : [])))
  if (namesSomebody(plain)) found.add('name')
  if (found.has('idNumber') || found.has('phone')) found.delete('longNumber')
  return [...found]
}

function digitOf(sign: string): string {
  if (sign === '〇') return '0'
  if (sign === '幺') return '1'
  return String(DIGITS.indexOf(sign))
}

/** Checks whether a name stands before a title (张建国书记), or a surname after 老 or 小. */
function namesSomebody(text: string): boolean {
  return cutWords(text).some(clause => {
    const words = clause.map(word => word.text)
    return words.some((word, at) => {
      if (/^[\p{Script=Han}]{1,3}某+/u.test(word + (words[at + 1] ?? ''))) return true
      if (/^[老小]$/.test(word) && isSurname(words[at + 1] ?? '')) return true
      if (/^[老小]\p{Script=Han}$/u.test(word) && isSurname(word[1]!) && !/^小[龙马金石雷]$/.test(word))
        return true
      return TITLES.test(word) && endsWithName(words.slice(Math.max(0, at - 4), at))
    })
  })
}

/** Checks whether the words before a title end with a name: a surname alone or with one or two characters behind it. */
function endsWithName(before: readonly string[]): boolean {
  const words = before.at(-1) === '副' || before.at(-1) === '总' ? before.slice(0, -1) : before
  const last = words.at(-1) ?? ''
  if (DOUBLE_SURNAMES.test(last) || (last.length > 1 && last.length < 4 && startsName(last))) return true
  for (let length = 1; length <= Math.min(3, words.length); length++) {
    const run = words.slice(-length)
    const given = run.slice(1).join('')
    if ((isSurname(run[0]!) || DOUBLE_SURNAMES.test(run[0]!)) && given.length <= 2) return true
  }
  return false
}

function startsName(word: string): boolean {
  return isSurname(word[0]!) && !WORDS.has(word)
}

function isSurname(sign: string): boolean {
  return sign.length === 1 && SURNAMES.includes(sign)
}
