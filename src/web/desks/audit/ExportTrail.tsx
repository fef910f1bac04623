import { DownloadOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { call } from '../../client/call.ts'
import { Refused } from '../../client/Refused.ts'
import { useMay } from '../../client/useMay.ts'
import { saveFile } from '../../client/saveFile.ts'
import type { AskedFilters } from './TrailFilters.tsx'

/** Exports the audit trail: the lines shown, as a table, or the whole trail for archiving and verification. */
export function ExportTrail({ filters }: { readonly filters: AskedFilters }) {
  const may = useMay()
  const { message } = App.useApp()
  const [busy, setBusy] = useState<'table' | 'all'>()
  if (!may('exportTrail')) return null

  async function save(what: 'table' | 'all') {
    setBusy(what)
    try {
      saveFile(
        await (what === 'all'
          ? call('GET /api/trail.ndjson', {})
          : call('GET /api/trail.xlsx', { query: filters })),
      )
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      void message.error(error.message)
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <>
      <Button icon={<DownloadOutlined />} loading={busy === 'table'} onClick={() => void save('table')}>
        导出表格
      </Button>
      <Button icon={<DownloadOutlined />} loading={busy === 'all'} onClick={() => void save('all')}>
        导出全部存档
      </Button>
    </>
  )
}
