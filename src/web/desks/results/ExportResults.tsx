import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useMay } from '../../client/useMay.ts'
import { useAct } from '../../client/useAct.ts'
import { useMakeFile } from '../../kit/useMakeFile.ts'

/** Exports the results: a workbook for reading, a results file for recomputing; of a seal (封存) if one is given, else the results of now or of a day. A seal also has its case file (案卷). */
export function ExportResults({
  year,
  seal,
  asOf,
}: {
  readonly year: number
  readonly seal?: number
  readonly asOf?: string
}) {
  const may = useMay()
  const act = useAct('POST /api/years/:year/exports', { refresh: ['GET /api/jobs'] })
  const bundle = useAct('POST /api/years/:year/seals/:number/case-file', { refresh: ['GET /api/jobs'] })
  const { busy, label, take } = useMakeFile(act, bundle)
  if (!may('exportResults')) return null

  async function start(kind: 'workbook' | 'results' | 'caseFile') {
    take(
      kind === 'caseFile'
        ? await bundle.run({ params: { year, number: seal! }, body: {} })
        : await act.run({ params: { year }, body: { kind, seal, asOf } }),
    )
  }

  return (
    <Dropdown
      trigger={['click']}
      disabled={busy}
      menu={{
        onClick: ({ key }) => void start(key as 'workbook' | 'results' | 'caseFile'),
        items: [
          { key: 'workbook', label: '结果工作簿（.xlsx），带公式，可复算' },
          { key: 'results', label: '结果文件（.json），供核验程序复算' },
          ...(seal !== undefined && may('makeCaseFile')
            ? [{ key: 'caseFile', label: '案卷（.zip），供审计和归档，自带核验页' }]
            : []),
        ],
      }}
    >
      <Button icon={<DownloadOutlined aria-hidden />} loading={busy}>
        {label('导出')}
      </Button>
    </Dropdown>
  )
}
