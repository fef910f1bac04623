import { App, Button } from 'antd'
import type { Act } from '../../../client/useAct.ts'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'

interface Props {
  readonly text: string
  /** What will happen, asked before it does. */
  readonly what: string
  /** Why it cannot be done now. */
  readonly why?: string
  readonly may: boolean
  readonly act: Pick<Act<never>, 'busy' | 'refused'>
  readonly plain?: true
  readonly onDo: () => Promise<unknown>
}

/** The button of a step: says beforehand what will happen, and where it is not yet time, why. Nobody sees it who may not take the step. */
export function StepAct({ text, what, why, may, act, plain, onDo }: Props) {
  const { modal } = App.useApp()
  if (!may && why === undefined) return null
  return (
    <>
      <RefusedNotice error={act.refused} />
      <div className="buttons-level step-act">
        <Button
          type={plain ? 'default' : 'primary'}
          disabled={!may}
          loading={act.busy}
          onClick={() =>
            void modal.confirm({
              title: text,
              content: what,
              okText: text,
              cancelText: '取消',
              onOk: () => onDo().then(() => undefined),
            })
          }
        >
          {text}
        </Button>
        {!may && <span className="soft">{why}</span>}
      </div>
    </>
  )
}
