import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const gateway = process.env['FAIRLEAD_URL'] ?? 'http://localhost:8088'

export default defineConfig(({ command }) => ({
  // Behind the gateway the files stand apart from the pages' addresses; a development server has the pages only.
  base: command === 'build' ? '/app/' : '/',
  plugins: [react()],
  build: {
    outDir: 'target/classes/META-INF/resources/app',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    // Icons and fonts stay files: the gateway's policy allows no data: addresses but for images.
    assetsInlineLimit: 0,
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: Object.fromEntries(['/api', '/restaurant', '/auth'].map((path) => [path, { target: gateway }])),
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}'],
  },
}))
