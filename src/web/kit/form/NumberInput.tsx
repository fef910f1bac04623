import { InputNumber, type InputNumberProps } from 'antd'
import { figureText } from './figureText.ts'

/** Takes a number, also one typed in full width. */
export function NumberInput(props: InputNumberProps<number>) {
  // antd reads the text itself, although it types the parser by the value.
  return <InputNumber<number> parser={figureText as unknown as (typed?: string) => number} {...props} />
}
