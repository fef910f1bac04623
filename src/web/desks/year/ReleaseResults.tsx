import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useAct } from '../../app/useAct.ts'
import { useMay } from '../../app/SessionContext.ts'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { RefusedNotice } from '../../parts/RefusedNotice.tsx'
import type { Year } from './year.ts'

/** 公布结果: whether units may see theirs; done once, on an approved result. */
export function ReleaseResults({ of }: { readonly of: Year }) {
  const may = useMay()
  const [asked, setAsked] = useState(false)
  const act = useAct('POST /api/years/:year/release', { done: '结果已向单位公布' })
  const { year, seal, state, released, units } = of
  const canRelease = may('releaseResults') && state === 'approved' && !released && seal !== undefined

  async function release() {
    if (seal === undefined) return
    if ((await act.run({ params: { year }, body: { seal } })) !== undefined) setAsked(false)
  }

  return (
    <>
      <p>{standing(of)}</p>
      {canRelease && (
        <Button type="primary" onClick={() => setAsked(true)}>
          向单位公布
        </Button>
      )}
      {!canRelease && !released && may('readSeals') && <LinkButton to={`/${year}/seals`}>查看封存与审定</LinkButton>}
      <Modal
        open={asked}
        title="向单位公布结果"
        okText="公布"
        cancelText="取消"
        confirmLoading={act.busy}
        onOk={() => void release()}
        onCancel={() => {
          act.forget()
          setAsked(false)
        }}
      >
        <RefusedNotice error={act.refused} />
        <p>
          公布第{seal}次封存的结果：{units}
          个单位各自看到本单位的得分、失分原因和结果运用，牵头单位看到本系统的。公布后不能收回，确有错误时通过更正处理。
        </p>
      </Modal>
    </>
  )
}

function standing({ state, released, seal }: Year): string {
  if (released && state === 'correcting') return '结果已经公布；现正在更正，重新封存和审定后，单位看到更正后的结果。'
  if (released) return `第${seal}次封存的结果已经公布，各单位可以看到本单位的得分。`
  if (state === 'approved') return `第${seal}次封存的结果已经审定，还没有公布；单位现在看不到得分。`
  if (state === 'sealed') return `第${seal}次封存的结果等待领导小组审定，审定后才能公布。`
  if (state === 'returned') return '领导小组退回了封存的结果；处理后重新封存，审定后才能公布。'
  if (state === 'correcting') return '正在更正已封存的结果；重新封存、审定后才能公布。'
  return '结果还没有封存。封存并经领导小组审定后，在这里公布；在此之前单位看不到得分。'
}
