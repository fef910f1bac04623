import { describe, expect, test } from 'vitest'
import { judgeCase } from './cases/judgeCase.ts'
import { schemeFolders } from './cases/schemeFolders.ts'

for (const folder of schemeFolders()) {
  describe(`schemes/${folder.id}/cases`, () => {
    for (const { file, worked } of folder.cases) {
      test(`${file}：${worked.name}（${worked.because.join('、')}）`, () => {
        expect(judgeCase(folder, worked).join('\n')).toBe('')
      })
    }
  })
}
