import { describe, expect, test } from 'vitest'
import { aDraft, aPhoto } from '../../../../../tests/web/someDraft.ts'
import { sha256 } from '../../../kit/sha256.ts'
import { type ReadDraft, readDraftFile, writeDraftFile } from './draftFile.ts'

const bytes = new Uint8Array(70_000).map((_, at) => at % 251).buffer
const all = async (): Promise<ReadDraft> =>
  ({
    draft: aDraft({ note: '“引号”与\n换行' }),
    photos: [aPhoto({ bytes, hash: sha256(bytes) })],
    task: { id: 'task-1' },
    detail: { id: 'task-1' },
    rubric: { key: '2018' },
    scheme: { year: 2018 },
  }) as unknown as ReadDraft

describe('draft files', () => {
  test('a draft file is read back as written, including photos', async () => {
    const before = await all()
    const after = await readDraftFile(await writeDraftFile(before))
    expect(after.draft).toEqual(before.draft)
    expect(new Uint8Array(after.photos[0]!.bytes)).toEqual(new Uint8Array(bytes))
    expect(after.photos[0]!.file).toBeUndefined()
  })

  test('changed, truncated or foreign files are refused with advice', async () => {
    const text = await writeDraftFile(await all())
    await expect(readDraftFile(text.replace('州林业局', '州农业局'))).rejects.toThrow('重新导出')
    await expect(readDraftFile(text.slice(0, -20))).rejects.toThrow('请选择从手机核查页面导出的文件')
    await expect(readDraftFile('{"a":1}')).rejects.toThrow('请选择')
    const spoilt = await all()
    const wrong = await writeDraftFile({
      ...spoilt,
      photos: [{ ...spoilt.photos[0]!, hash: 'f'.repeat(64) }],
    })
    await expect(readDraftFile(wrong)).rejects.toThrow('照片已损坏')
  })

  test('a file from a newer page version asks for the update', async () => {
    const outer = JSON.parse(await writeDraftFile(await all())) as { content: string }
    const content = outer.content.replace('"version":1', '"version":2')
    await expect(readDraftFile(JSON.stringify({ hash: sha256(content), content }))).rejects.toThrow(
      '先更新本机的页面',
    )
  })
})
