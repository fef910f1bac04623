import { CloseCircleFilled } from '@ant-design/icons'

/** Value for `allowClear`, with a label for screen readers. */
export const clearable = {
  clearIcon: (
    <>
      <CloseCircleFilled />
      <span className="only-aloud">清空</span>
    </>
  ),
}
