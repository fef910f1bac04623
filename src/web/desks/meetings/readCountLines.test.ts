import { expect, test } from 'vitest'
import { readCountLines } from './readCountLines.ts'

const of = {
  units: [
    { id: 'A', name: '州林业局' },
    { id: 'B', name: '州民政局' },
  ],
  classes: [{ id: 'delegate', name: '两代表一委员' }],
  grades: [],
}

test('四（四） a pasted count sheet is read line by line: marks with how often each, void and abstained sheets', () => {
  const text =
    '单位\t票种\t评价\t废票\t弃权\n州林业局\t两代表一委员\t95×12、90.5*3，88\t1\t\n\n州民政局\t两代表一委员\t\t0\t16'
  expect(readCountLines(text, of)).toEqual({
    counts: [
      {
        unit: 'A',
        voterClasses: ['delegate'],
        marks: [
          { mark: 95, times: 12 },
          { mark: 90.5, times: 3 },
          { mark: 88, times: 1 },
        ],
        voided: 1,
        abstained: 0,
      },
      { unit: 'B', voterClasses: ['delegate'], marks: [], voided: 0, abstained: 16 },
    ],
  })
  const graded = { ...of, grades: [{ id: 'good', name: '好' }] }
  expect(readCountLines('州林业局\t两代表一委员\t好×9张', graded)).toMatchObject({
    counts: [{ marks: [{ mark: 'good', times: 9 }] }],
  })
})

test.each([
  ['', '请粘贴计票表'],
  ['州气象局\t两代表一委员\t95', '第1行：“州气象局”不在这次会议上述职'],
  ['州林业局\t群众\t95', '没有“群众”这一票种'],
  ['州林业局\t两代表一委员\t优秀×3', '评价“优秀×3”读不懂'],
  ['州林业局\t两代表一委员\t95\t两张', '废票和弃权应是张数'],
])('a faulty line is named: %s', (text, fault) => {
  expect(readCountLines(text, of)).toMatchObject({ fault: expect.stringContaining(fault) })
})
