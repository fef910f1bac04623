import type { Plugin } from 'vite'

const NAMED = `role: "img",\n    "aria-label": icon.name`

/** Readers aloud pass over antd's icons: these name themselves in English (`close-circle`), and each of ours stands beside words or on a named button. */
export function silentIcons(): Plugin {
  return {
    name: 'hengping:silent-icons',
    transform: {
      filter: { id: /@ant-design\/icons\/es\/components\/AntdIcon(Light)?\.js$/ },
      handler(code) {
        if (!code.includes(NAMED))
          throw new Error('@ant-design/icons names its icons in another way now: see scripts/silentIcons.ts')
        return code.replace(NAMED, '"aria-hidden": true')
      },
    },
  }
}
