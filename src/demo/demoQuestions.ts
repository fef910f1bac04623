import { JUDGE_OPTIONS, type Question } from '../domain/campaign/exam/question.ts'

type Body = Omit<Question, 'id'>

const single = (topic: string, stem: string, ...options: readonly string[]): Body => ({
  kind: 'single',
  topic,
  stem,
  options,
  answer: [0],
})

/** Rotates the options, of which the right ones are listed first, by `by` positions. */
function turned(body: Body, by: number): Body {
  const count = body.options.length
  const place = (from: number) => (from + by) % count
  const options = body.options.map((_, to) => body.options[(to - by + count * 8) % count]!)
  return { ...body, options, answer: body.answer.map(place).toSorted((one, other) => one - other) }
}

const singles: readonly Body[] = [
  single('党史', '中国共产党成立于哪一年？', '1921年', '1919年', '1927年', '1949年'),
  single('党史', '遵义会议召开于哪一年？', '1935年', '1927年', '1934年', '1945年'),
  single(
    '党史',
    '改革开放始于哪一次全会之后？',
    '十一届三中全会',
    '十二届三中全会',
    '十四届三中全会',
    '十六届三中全会',
  ),
  single('党章', '预备党员的预备期为多长？', '一年', '半年', '两年', '三个月'),
  single('党章', '党的根本组织原则是什么？', '民主集中制', '集体领导', '分工负责', '少数服从多数'),
  single('党章', '申请入党的年龄下限是多少周岁？', '18周岁', '16周岁', '20周岁', '22周岁'),
  single('组织生活', '支部党员大会一般多久召开一次？', '每季度一次', '每月一次', '每半年一次', '每年一次'),
  single('组织生活', '支部委员会会议一般多久召开一次？', '每月一次', '每季度一次', '每周一次', '每半年一次'),
  single('组织生活', '主题党日一般多久开展一次？', '每月一次', '每季度一次', '每半年一次', '每年一次'),
  single('党费', '党员应当怎样交纳党费？', '按月主动交纳', '年底一次交清', '由单位代扣', '自愿交纳'),
  single('纪律', '党的纪律处分共有几种？', '五种', '四种', '六种', '七种'),
  single(
    '纪律',
    '党内监督的重点对象是谁？',
    '领导机关和领导干部特别是主要领导干部',
    '全体党员',
    '入党积极分子',
    '退休党员',
  ),
]

const multiples: readonly Body[] = [
  {
    kind: 'multiple',
    topic: '组织生活',
    stem: '“三会一课”中的“三会”包括哪些？',
    options: ['支部党员大会', '支部委员会会议', '党小组会', '民主生活会'],
    answer: [0, 1, 2],
  },
  {
    kind: 'multiple',
    topic: '党章',
    stem: '党员享有哪些权利？',
    options: ['参加有关会议', '表决权和选举权', '提出意见和建议', '不参加组织生活'],
    answer: [0, 1, 2],
  },
  {
    kind: 'multiple',
    topic: '纪律',
    stem: '下列哪些属于党的纪律？',
    options: ['政治纪律', '组织纪律', '廉洁纪律', '作息纪律'],
    answer: [0, 1, 2],
  },
  {
    kind: 'multiple',
    topic: '作风',
    stem: '“四风”包括哪些？',
    options: ['形式主义', '官僚主义', '享乐主义', '奢靡之风'],
    answer: [0, 1, 2, 3],
  },
  {
    kind: 'multiple',
    topic: '纪律',
    stem: '下列哪些是党纪处分？',
    options: ['警告', '严重警告', '留党察看', '记大过'],
    answer: [0, 1, 2],
  },
  {
    kind: 'multiple',
    topic: '组织生活',
    stem: '民主评议党员一般包括哪些环节？',
    options: ['个人自评', '党员互评', '民主测评', '绩效打分'],
    answer: [0, 1, 2],
  },
]

const judges: readonly Body[] = (
  [
    ['党章', '预备党员没有表决权、选举权和被选举权。', true],
    ['党章', '党员个人服从党的组织，少数服从多数。', true],
    ['组织生活', '流动党员可以不参加组织生活。', false],
    ['组织生活', '组织生活会一般每年召开一次。', true],
    ['纪律', '党员受到留党察看处分期间仍有表决权。', false],
    ['党费', '党员自愿多交党费不限。', true],
  ] as const
).map(([topic, stem, isTrue]) => ({
  kind: 'judge',
  topic,
  stem,
  options: JUDGE_OPTIONS,
  answer: [isTrue ? 0 : 1],
}))

/** The demo question bank: two dozen invented questions of general knowledge. */
export const demoQuestions: readonly Body[] = [...singles.map(turned), ...multiples.map(turned), ...judges]
