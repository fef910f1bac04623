import { Modal } from 'antd'
import { useState } from 'react'
import { type CallAnswer } from '../../../client/call.ts'
import { useAct } from '../../../client/useAct.ts'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { UploadBox } from '../../../kit/UploadBox.tsx'

type Read = CallAnswer<'POST /api/years/:year/inspectors/workbook'>

/** 导入核查人员: the rows that can be taken and those that cannot, with the reason, before anything is written. */
export function ImportInspectors({ year, onClose }: { readonly year: number; readonly onClose: () => void }) {
  const [file, setFile] = useState<File>()
  const [read, setRead] = useState<Read>()
  const check = useAct('POST /api/years/:year/inspectors/workbook', { refresh: [] })
  const write = useAct('POST /api/years/:year/inspectors/workbook', { done: '核查人员已导入' })
  const input = (of: File, step: 'check' | 'write') => ({
    params: { year },
    query: { name: of.name, step },
    body: of,
  })

  async function take(chosen: File) {
    setFile(chosen)
    setRead(await check.run(input(chosen, 'check')))
  }

  async function save() {
    if (file !== undefined && (await write.run(input(file, 'write'))) !== undefined) onClose()
  }

  const ready = read !== undefined && read.refused.length === 0 && read.accepted.length > 0
  return (
    <Modal
      open
      title="导入核查人员"
      okText={ready ? `导入${read.accepted.length}人` : '导入'}
      cancelText="取消"
      okButtonProps={{ disabled: !ready }}
      confirmLoading={write.busy}
      mask={{ closable: false }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <p>
        第一张表，列名为“姓名”“所在单位”“另须回避的牵头单位”“用户名”；页面右上的“下载名单和模板”即是样式。
      </p>
      <UploadBox
        accept={['.xlsx']}
        megabytes={5}
        what="核查人员工作簿"
        busy={check.busy}
        onFile={chosen => void take(chosen)}
      />
      <RefusedNotice error={check.refused ?? write.refused} />
      {read !== undefined && <Said read={read} />}
    </Modal>
  )
}

function Said({ read: { accepted, refused } }: { readonly read: Read }) {
  if (refused.length === 0) return <p>{accepted.length} 行都可以导入。</p>
  return (
    <>
      <p>
        {accepted.length} 行可以导入，{refused.length} 行不行；改好工作簿后再选一次，现在什么也没有写入。
      </p>
      <ul className="refused-rows">
        {refused.map(({ row, why }) => (
          <li key={row}>
            第 {row} 行：{why}
          </li>
        ))}
      </ul>
    </>
  )
}
