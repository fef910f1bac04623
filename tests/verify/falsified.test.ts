import { expect, test } from 'vitest'
import { checkCaseFile } from '../../verify/checkCaseFile.ts'
import { drawLots } from '../../src/domain/campaign/draw/drawLots.ts'
import { sha256 } from '../../src/files/sha256.ts'
import { type Loose, type MadeCase, madeCase, packed, rechained, rehashed } from './madeCase.ts'

function differences(files: ReadonlyMap<string, Uint8Array>): string {
  return checkCaseFile(files)
    .parts.flatMap(({ title, findings }) => findings.differences.map(one => `${title}：${one}`))
    .join('\n')
}

test('a case file as it was made has no difference, and its parts are all checked', () => {
  const { parts } = checkCaseFile(packed(madeCase()))
  expect(parts.map(({ title, findings }) => [title, findings.differences])).toEqual(
    ['目录', '结果', '留痕', '抽签', '计票', '公文'].map(title => [title, []]),
  )
  expect(parts.every(({ findings }) => findings.checked.length > 0)).toBe(true)
})

const first = (made: MadeCase): Loose => made.results['results'][0] as Loose
const facts = (made: MadeCase): Loose => made.results['inputs'].facts as Loose
const scheme = (made: MadeCase): Loose => made.results['inputs'].scheme as Loose
const ruling = (made: MadeCase, topic: string): Loose =>
  (scheme(made)['rulings'] as Loose[]).find(one => one['topic'] === topic)!
const component = (made: MadeCase, id: string): Loose =>
  (first(made)['components'] as Loose[]).find(one => one['component'] === id)!
const withConsequence = (made: MadeCase): Loose =>
  (made.results['results'] as Loose[]).find(one => one['consequences'].length > 0)!
const inspected = (made: MadeCase): Loose => component(made, 'inspection')['rounds'][0] as Loose

/** Figures and inputs changed by somebody who also makes every hash and the whole trail right again. */
const FORGED: Readonly<Record<string, readonly [(made: MadeCase) => void, string]>> = {
  'the composite': [made => (first(made)['composite'] += 0.01), '综合得分应为'],
  'the routine component': [made => (component(made, 'routine')['points'] -= 0.5), '“日常管理”应为'],
  'the inspection component': [made => (component(made, 'inspection')['points'] += 1), '“实地核查”应为'],
  'the survey component': [made => (component(made, 'survey')['points'] += 0.1), '“民意调查”应为'],
  'the debrief component': [made => (component(made, 'debrief')['points'] += 0.1), '“述职测评”应为'],
  'the sum of the rubric': [made => (inspected(made)['points'] -= 1), '细则合计应为'],
  'one row': [made => (inspected(made)['rows']['四.4'] += 0.5), '第四.4行应为'],
  'a row more': [made => (inspected(made)['rows']['九.1'] = 1), '第九.1行应为没有'],
  'the place': [made => (first(made)['standing'].place += 1), '名次应为第'],
  'the place from the bottom': [made => (first(made)['standing'].fromBottom += 1), '倒数名次应为'],
  'the number ranked': [made => (first(made)['standing'].of += 1), '排名总数应为'],
  'a tie': [made => first(made)['standing'].tiedWith.push('SF002'), '并列的单位应为'],
  'a tie across an edge': [made => (first(made)['standing'].acrossEdge = true), '并列跨档应为'],
  'a place said to be decided': [made => (first(made)['standing'].decided = true), '由组织者决定应为'],
  'whether bands apply': [made => (first(made)['standing'].bandsApply = 'no'), '名次段是否适用应为'],
  'what broke a tie': [made => (first(made)['standing'].brokenBy = 'survey'), '分先后所凭的分项应为'],
  'the grade': [made => (first(made)['grade'].grade = 'poor'), '等次应为'],
  'the band of the grade': [made => (first(made)['grade'].band = 'poor'), '按得分所属的等次应为'],
  'why a grade moved': [made => (first(made)['grade'].movedBy = 'quota'), '等次变动的原因应为'],
  'a consequence left out': [made => (withConsequence(made)['consequences'] = []), '结果运用应为'],
  'a deduction': [made => (withConsequence(made)['consequences'][0].deduction = 0.5), '结果运用应为'],
  'the years of a consequence': [
    made => withConsequence(made)['consequences'][0].years.unshift(2017),
    '结果运用应为',
  ],
  'a conversion': [made => (first(made)['conversions'][0].points += 0.01), '折入“'],
  'points lost': [
    made => (first(made)['issues'].find((one: Loose) => one['lost'] > 0).lost += 1),
    '的失分应为',
  ],
  'the name of a unit': [made => (first(made)['name'] = '别的单位'), '单位名称应为'],
  'the name of who answers': [made => (first(made)['personName'] = '别人'), '考核对象姓名应为'],
  'the facts of another year': [made => (facts(made)['cycle'] = 2017), '事实是2017年度的'],
  'the annual grade proposed': [
    made => {
      const one = (made.results['results'] as Loose[]).find(result => result['annualGrade'] !== undefined)!
      one['annualGrade'].annualGrade = '别的'
    },
    '年度考核等次应为',
  ],
  'a draw left out of its record': [made => made.draw['draws'].pop(), '冻结了名单，没有抽签'],
  'a quota exceeded': [
    made => made.results['issues'].push({ kind: 'quotaExceeded', citation: '三（二）1', text: '超' }),
    '等次名额：应有',
  ],
  'the appraisee': [made => (first(made)['person'] = '别人'), '考核对象应为'],
  'an appraisee left out': [made => made.results['results'].shift(), '没有它的结果'],
  'an appraisee put in': [
    made => made.results['results'].push({ ...first(made), unit: 'SF999' }),
    '却有它的结果',
  ],
  'a finding taken out': [made => facts(made)['findings'].shift(), '应为'],
  'a finding doubled': [
    made =>
      facts(made)['findings'].push({
        unit: first(made)['unit'],
        row: '五.2',
        rule: 'fourWinds',
        count: 2,
        by: 'committee',
      }),
    '第五.2行应为',
  ],
  'answers of the survey': [made => (facts(made)['surveys'][0].answers.dissatisfied += 9), '“民意调查”应为'],
  'a mark of the ballots': [made => (facts(made)['ballotCounts'][0].marks[0] = 1), '“述职测评”应为'],
  'the ledger': [
    made =>
      facts(made)['ledger'].push({
        unit: first(made)['unit'],
        counter: 'absent',
        period: '2018-12',
        count: 9,
      }),
    '“日常管理”应为',
  ],
  'a grading': [
    made => {
      const [grading] = facts(made)['gradings'] as Loose[]
      grading!['grade'] = grading!['grade'] === 'good' ? 'ordinary' : 'good'
    },
    '“日常管理”应为',
  ],
  'an unit out of scope': [made => (facts(made)['roster'].units[0].affiliated = false), '不是考核对象'],
  'a weight': [made => Object.assign(scheme(made)['components'][0], { weight: 30 }), '综合得分应为'],
  'the amount of a rule': [
    made => {
      for (const row of scheme(made)['rubrics'][0].rows as Loose[])
        for (const rule of row['rules'] as Loose[]) if (rule['points'] === 1) rule['points'] = 2
    },
    '行应为',
  ],
  'the ruling on rounding': [made => (ruling(made, 'rounding')['answer'].decimals = 1), '应为'],
  'the ruling on grades': [
    made => (ruling(made, 'gradePoints')['answer'].points.good = 99),
    '“日常管理”应为',
  ],
  'the history': [made => (made.results['inputs'].history.years = []), '结果运用应为'],
}

test.each(Object.entries(FORGED))('named although all hashes are right: %s', (_name, [forge, said]) => {
  const made = madeCase()
  forge(made)
  rehashed(made)
  rechained(made)
  expect(differences(packed(made))).toContain(said)
})

/** Files changed without making the rest right. */
const TAMPERED: Readonly<Record<string, readonly [(made: MadeCase) => void, string]>> = {
  'results with an old hash': [made => (first(made)['composite'] += 1), '结果：结果的校验值不符'],
  'facts with an old hash': [made => facts(made)['findings'].pop(), '事实的校验值不符'],
  'a scheme with an old hash': [made => (scheme(made)['title'] += '改'), '方案的校验值不符'],
  'results that were not those sealed': [
    made => {
      facts(made)['annualGrades'] = []
      for (const one of made.results['results'] as Loose[]) delete one['annualGrade']
      rehashed(made)
    },
    '封存时记下的结果校验值与结果文件不同',
  ],
  'a line of the trail': [made => (made.trail[1]!['values'].seed = '1'), '留痕第2条的内容被改动过'],
  'a line of the trail cut out': [made => made.trail.splice(1, 1), '缺失或错序'],
  'the end of the trail cut off': [made => made.trail.splice(3), '留痕第4条应是封存'],
  'a hash of a withheld line': [made => (made.trail[0]!['hash'] = 'f'.repeat(64)), '留痕第2条与前一条接不上'],
  'another seal in the results': [made => (made.results['seal'].number = 2), '封存标记与目录不同'],
  'who was drawn': [made => (made.draw['draws'][0].result[0].name = '别人'), '重新抽取的结果与记录不同'],
  'the list of a draw': [made => (made.draw['draws'][0].list += 'M99\t某人\n'), '名单的指纹不符'],
  'the seed of a draw': [
    made => (made.draw['draws'][0].seedParts[0].text = '11111111'),
    '种子与各方给出的数字不符',
  ],
  'the digest of a draw': [made => (made.draw['digest'] = 'f'.repeat(64)), '总指纹'],
  'a draw of fewer': [made => (made.draw['draws'][0].take = 4), '不在冻结的名单之中'],
  'another seed, with the numbers it comes from': [
    made => {
      const [draw] = made.draw['draws'] as Loose[]
      const lines = (draw['list'] as string)
        .split('\n')
        .slice(1, -1)
        .map(line => line.split('\t') as [string, string, string])
      draw['seedParts'][0].text = draw['seed'] = '11111111'
      const drawn = drawLots(
        draw['fingerprint'],
        '11111111',
        lines.map(([id, name, branch]) => ({ id, name, branch })),
        5,
        sha256,
      )
      draw['result'] = drawn.map(({ place, line, hash }) => ({ place, ...line, hash }))
    },
    '“抽签/1.json”与留痕所记的不同',
  ],
  'a draw taken out': [made => delete made.draw, '留痕第2条记有'],
  'the published count of a meeting taken out': [
    made => delete made.published,
    '记有“述职测评会议”，案卷里没有',
  ],
  'the number of the seal': [made => (made.results['seal'].number = 3), '封存次数或封存人'],
  'who sealed': [made => (made.results['seal'].by = '别人'), '封存次数或封存人'],
  'a published mark': [
    made => (made.published['count'].units[0].classes[0].marks[0] = 1),
    '公布的评价与计分所用的不同',
  ],
  'a receipt taken out': [made => made.published['receipts'].pop(), '回执的个数与手机票数不符'],
  'a receipt doubled': [
    made => (made.published['receipts'][1] = made.published['receipts'][0]),
    '有回执重复',
  ],
  'a mark too many': [made => made.published['count'].units[0].classes[0].marks.push(60), '之和与票数不符'],
  'a document issued': [made => (made.letter += '改'), '“公文/示文〔2019〕1号.docx”与留痕所记的不同'],
  'a document taken out': [made => delete made.letter, '记有“书面反馈意见”，案卷里没有'],
  'the issue of a document taken out of the trail': [made => made.trail.pop(), '1号.docx”与留痕所记的不同'],
  'the published file as noted': [
    made => (made.published['meeting'].heldOn = '2018-12-25'),
    '“计票/1.json”与留痕所记的不同',
  ],
}

test.each(Object.entries(TAMPERED))('named: %s', (_name, [tamper, said]) => {
  const made = madeCase()
  const seal = structuredClone(made.results['seal'] as Loose)
  tamper(made)
  const files = packed(made)
  // Number and author of the seal are changed in both files, as a careful forger would.
  const { number, by } = (said.startsWith('封存次数') ? made.results['seal'] : seal) as Loose
  recontent(files, contents => Object.assign(contents, { seal: { ...seal, number, by } }))
  expect(differences(files)).toContain(said)
})

/** Changes the list of contents. */
function recontent(files: Map<string, Uint8Array>, change: (contents: Loose) => void): void {
  const contents = JSON.parse(Buffer.from(files.get('目录.json')!).toString()) as Loose
  change(contents)
  files.set('目录.json', Buffer.from(JSON.stringify(contents)))
}

test.each<[string, (contents: Loose) => void]>([
  ['title', contents => (contents['title'] = '另一年的考核')],
  ['year', contents => (contents['year'] = 2019)],
])('a list of contents with another %s is named', (_what, change) => {
  const files = packed(madeCase())
  recontent(files, change)
  expect(differences(files)).toContain('目录上的年度或名称与方案不同')
})

test('the checker names a later seal, and says where the trail ends', () => {
  const made = madeCase()
  made.trail.push({ ...made.trail[3]!, seq: 6, values: { ...made.trail[3]!['values'], number: 2 } })
  rechained(made)
  const notes = checkCaseFile(packed(made))
    .parts.flatMap(({ findings }) => findings.notes)
    .join()
  expect(notes).toContain('此后又封存过，以第2次封存的结果为准')
  expect(notes).toContain('留痕止于第6条')
})

test('files missing, changed, added or unreadable are named', () => {
  const files = packed(madeCase())
  files.delete('抽签/1.json')
  files.set('留痕.ndjson', Buffer.from('{'))
  files.set('计票/1.json', Buffer.from('{}'))
  files.set('私货.txt', Buffer.from(''))
  const said = differences(files)
  for (const one of [
    '缺少“抽签/1.json”',
    '与目录上的校验值不符',
    '“私货.txt”不在目录之中',
    '留痕文件第1行读不了',
    '核对不下去',
  ])
    expect(said).toContain(one)
  expect(differences(new Map())).toContain('不是案卷')
  for (const text of ['{}', 'null', '{"format":"hengping-case-file/1"}', '[]'])
    expect(
      differences(
        new Map([
          ['目录.json', Buffer.from(text)],
          ['结果.json', Buffer.from(text)],
        ]),
      ),
    ).toContain('不是案卷')
})
