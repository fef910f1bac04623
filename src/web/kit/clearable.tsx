import { CloseCircleFilled } from '@ant-design/icons'

/** 可清空: for `allowClear`, with a name for readers aloud. */
export const clearable = {
  clearIcon: (
    <>
      <CloseCircleFilled />
      <span className="only-aloud">清空</span>
    </>
  ),
}
