import type { WordBlock, WordTable } from '../word/wordBlocks.ts'
import { writeWord } from '../word/writeWord.ts'
import { layFoot } from './layFoot.ts'
import { layHead } from './layHead.ts'

/** What a kind's own template says between addressee and signature. */
interface Body {
  /** A document to a superior body names who signs it beside the number. */
  readonly upward?: boolean
  readonly blocks: readonly WordBlock[]
}

/** The bodies of the templates that ship, by kind. */
const bodies: Readonly<Record<string, Body>> = {
  groupReport: {
    upward: true,
    blocks: [
      says(
        '{年度}年度述职评议考核各分项已经计分并封存，参加考核的书记共{考核对象数}名。现将综合得分、等次和拟作的结果运用报上，请审阅。',
      ),
      one('{节}、等次情况'),
      ...repeat('等次分布', says('{等次名称}：{等次个数}名，占{等次占比}。')),
      one('{节}、综合得分和名次'),
      table('排名表', [
        ['名次', 1, '{名次}', 'center'],
        ['单位', 4, '{单位名称}'],
        ['考核对象', 2, '{书记姓名}'],
        ['综合得分', 1.6, '{综合得分}', 'right'],
        ['等次', 1.2, '{等次}', 'center'],
      ]),
      one('{节}、拟作的结果运用'),
      table('结果运用', [
        ['单位', 3, '{单位名称}'],
        ['考核对象', 1.6, '{书记姓名}'],
        ['结果运用', 3, '{运用名称}'],
        ['条款', 1.5, '{运用依据}'],
        ['内容', 3, '{运用内容}'],
      ]),
      ...when('说明事项', one('{节}、需要说明的事项')),
      ...repeat('说明事项', says('{说明}')),
      ...when('补充内容', says('{补充内容}')),
      says('妥否，请批示。'),
    ],
  },
  feedback: {
    blocks: [
      says('现将你单位{书记姓名}同志{年度}年度履行党建责任述职评议考核的情况反馈如下。'),
      one('{节}、考核结果'),
      says(
        '综合得分{综合得分}分，综合评价等次为“{等次}”，在{参评数}名考核对象中列第{名次}名。各分项得分如下：',
      ),
      table('分项得分', [
        ['分项', 3, '{分项名称}'],
        ['权重', 1, '{分项权重}', 'center'],
        ['得分', 1, '{分项分数}', 'right'],
      ]),
      ...when('问题', one('{节}、存在的问题')),
      ...repeat('问题', says('{序号}.{问题内容}，依据{问题条款}。')),
      ...when('结果运用', one('{节}、结果运用')),
      ...repeat('结果运用', says('{运用名称}：{运用内容}，依据{运用依据}。')),
      one('{节}、整改要求'),
      says(
        '请对照以上问题列出问题清单，逐项写明原因、整改措施、责任人和完成时限，形成整改方案报送我们，并抓好落实。',
      ),
      ...when('补充内容', says('{补充内容}')),
    ],
  },
  issueList: {
    blocks: [
      says('{年度}年度述职评议考核中，你单位有下列问题，请逐项整改。'),
      table('问题', [
        ['序号', 1, '{序号}', 'center'],
        ['问题', 6, '{问题内容}'],
        ['条款', 2, '{问题条款}'],
        ['扣分', 1, '{扣分}', 'right'],
      ]),
      ...when('补充内容', says('{补充内容}')),
    ],
  },
  consequenceNotice: {
    blocks: [
      says(
        '{年度}年度述职评议考核中，{单位名称}{书记姓名}同志综合得分{综合得分}分，在{参评数}名考核对象中列第{名次}名。按照考核方案，作如下结果运用：',
      ),
      ...repeat('结果运用', says('{运用名称}：{运用内容}，依据{运用依据}。')),
      says('对以上决定有不同意见的，请在收到之日起及时书面提出。'),
      ...when('补充内容', says('{补充内容}')),
    ],
  },
  transmittal: {
    blocks: [
      says(
        '{年度}年度述职评议考核结果已经审定，现将各单位折算分和扣分移送你们，请计入年度绩效考核，并回复收悉。',
      ),
      table('绩效表', [
        ['单位', 5, '{单位名称}'],
        ['综合得分', 2, '{综合得分}', 'right'],
        ['折算分', 2, '{折算分}', 'right'],
        ['扣分', 1.5, '{绩效扣分}', 'right'],
      ]),
      ...when('补充内容', says('{补充内容}')),
    ],
  },
  approvalSheet: {
    blocks: [
      says(
        '{年度}年度述职评议考核第{封存次数}次封存的结果，考核对象{考核对象数}名，已由{审定人}于{审定日期}审定。结果指纹：{结果指纹}。',
      ),
      one('{节}、审定意见'),
      says('{审定意见}'),
      ...when('补充内容', says('{补充内容}')),
      { kind: 'signatures', labels: ['审定', '经办'] },
    ],
  },
}

const kept = new Map<string, Promise<Uint8Array>>()

/** Returns the template that ships for a kind, made once. (GB/T 9704) */
export function shippedTemplate(kind: string): Promise<Uint8Array> {
  const made = kept.get(kind) ?? makeTemplate(bodies[kind]!)
  kept.set(kind, made)
  return made
}

function makeTemplate({ upward = false, blocks }: Body): Promise<Uint8Array> {
  const addressee: WordBlock = { kind: 'paragraph', text: '{主送机关}：', plain: true }
  return writeWord(
    { title: ['{标题}'], blocks: [addressee, ...blocks] },
    { head: layHead({ upward }), foot: layFoot() },
  )
}

function says(text: string): WordBlock {
  return { kind: 'paragraph', text }
}

function one(text: string): WordBlock {
  return { kind: 'heading', level: 1, text }
}

/** Blocks that appear for each row. */
function repeat(name: string, ...blocks: readonly WordBlock[]): readonly WordBlock[] {
  return [plain(`{#${name}}`), ...blocks, plain(`{/${name}}`)]
}

/** Blocks that appear once if there is a value; a list counts if it has rows. */
function when(name: string, ...blocks: readonly WordBlock[]): readonly WordBlock[] {
  return [plain(`{#有${name}}`), ...blocks, plain(`{/有${name}}`)]
}

function plain(text: string): WordBlock {
  return { kind: 'paragraph', text, plain: true }
}

/** A table with a row for each row of the data. */
function table(
  name: string,
  columns: readonly (readonly [title: string, width: number, text: string, align?: 'center' | 'right'])[],
): WordTable {
  const cells = columns.map(([, , text]) => text)
  cells[0] = `{#${name}}${cells[0]}`
  cells[cells.length - 1] += `{/${name}}`
  return {
    kind: 'table',
    columns: columns.map(([title, width, , align]) => ({ title, width, align })),
    rows: [cells],
  }
}
