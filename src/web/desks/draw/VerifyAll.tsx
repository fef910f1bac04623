import { DownloadOutlined } from '@ant-design/icons'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { call } from '../../client/call.ts'
import { Refused } from '../../client/Refused.ts'
import { checkDraw } from '../../../domain/campaign/draw/checkDraw.ts'
import type { DrawRecord } from '../../../domain/campaign/draw/drawRecord.ts'
import { sha256 } from '../../kit/sha256.ts'
import { saveFile } from '../../client/saveFile.ts'

interface Verdict {
  readonly checked: number
  readonly wrong: readonly string[]
}

/** Recomputes the draw from the record file in this browser, or saves the file for verification elsewhere. */
export function VerifyAll({ year, draw }: { readonly year: number; readonly draw: string }) {
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const [verdict, setVerdict] = useState<Verdict>()

  async function withFile(use: (file: File) => Promise<void> | void) {
    setBusy(true)
    try {
      await use(await call('GET /api/years/:year/draws/:draw/record', { params: { year, draw } }))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      void message.error(error.message)
    } finally {
      setBusy(false)
    }
  }

  async function verify(file: File) {
    const { draws } = JSON.parse(await file.text()) as { readonly draws: readonly DrawRecord[] }
    const wrong = draws.filter(record => checkDraw(record, sha256).some(check => !check.isRight))
    setVerdict({ checked: draws.length, wrong: wrong.map(record => record.unitName) })
  }

  return (
    <>
      <Button loading={busy} onClick={() => void withFile(verify)}>
        在本机重算
      </Button>
      <Button icon={<DownloadOutlined />} loading={busy} onClick={() => void withFile(saveFile)}>
        导出记录
      </Button>
      {verdict !== undefined && (
        <Alert
          className="draw-verdict"
          type={verdict.wrong.length === 0 ? 'success' : 'error'}
          showIcon
          title={
            verdict.wrong.length === 0
              ? `${verdict.checked}项全部重算一致`
              : `${verdict.checked}项中有${verdict.wrong.length}项对不上：${verdict.wrong.slice(0, 5).join('、')}`
          }
        />
      )}
    </>
  )
}
