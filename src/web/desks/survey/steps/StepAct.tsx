import { App, Button } from 'antd'
import type { Act } from '../../../client/useAct.ts'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'

interface Props {
  readonly text: string
  /** What will happen, asked before it does. */
  readonly what: string
  readonly act: Pick<Act<never>, 'busy' | 'refused'>
  readonly plain?: true
  readonly onDo: () => Promise<unknown>
}

/** The button of a step: says what will happen before it does. */
export function StepAct({ text, what, act, plain, onDo }: Props) {
  const { modal } = App.useApp()
  return (
    <>
      <RefusedNotice error={act.refused} />
      <div className="buttons step-act">
        <Button
          type={plain ? 'default' : 'primary'}
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
      </div>
    </>
  )
}
