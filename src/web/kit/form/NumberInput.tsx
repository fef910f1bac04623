import { App, InputNumber, type InputNumberProps } from 'antd'
import { figureText } from './figureText.ts'

interface Props extends InputNumberProps<number> {
  /** Text in the field that is no number. */
  readonly unread?: string | undefined
  /** Takes such a text, or nothing once a number or nothing stands there. */
  readonly onUnread?: (typed: string | undefined) => void
}

/** Takes a number, also one typed in full width. What is no number stays if somebody takes it as unread; else a message names it as it goes. */
export function NumberInput({ unread, onUnread, value, onBlur, ...props }: Props) {
  const { message } = App.useApp()
  return (
    <InputNumber<number>
      // antd reads and shows the text itself, although it types both by the value.
      parser={
        ((typed?: string) => (isFigure(typed) ? figureText(typed) : '')) as unknown as (
          typed?: string,
        ) => number
      }
      {...props}
      value={(unread as unknown as number | undefined) ?? value ?? null}
      onInput={(typed: string) => onUnread?.(isFigure(typed) ? undefined : typed)}
      onBlur={event => {
        if (onUnread === undefined && !isFigure(event.target.value))
          void message.warning(`“${event.target.value.trim()}”不是数字，没有填入；请填数字`)
        onBlur?.(event)
      }}
    />
  )
}

function isFigure(typed: string | undefined): boolean {
  return !Number.isNaN(Number(figureText(typed)))
}
