/** Signs that nobody sees (看不见的符号): zero-width spaces, direction marks, soft hyphens, byte order marks. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g

/** Removes invisible signs (看不见的符号) and the spaces at both ends. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, '').trim()
}

/** Returns the form in which names (名称) are compared, everywhere: NFKC, one kind of brackets, no spaces, no invisible signs. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '')
    .replace(/[〔【〖[{]/g, '(')
    .replace(/[〕】〗\]}]/g, ')')
}

const FOOTER =
  /^(?:(?:合计|总计|小计|共计|总数|累计|本页合计)(?:[:：].*)?|(?:制表|填表|填报|审核|复核|审批|经办|制单|统计|负责|联系|录入|报送|打印)(?:人员?|者|单位|部门|日期|时间|电话)?(?:签[字名章])?[:：].*|(?:制表|填表|填报|制单)(?:人|单位|日期|时间))$/

/** Checks whether a row begins like a total or a signature line (合计、制表人), which is below a table and not of it. */
export function isTableFooter(first: string): boolean {
  return FOOTER.test(comparable(first))
}
