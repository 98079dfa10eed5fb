/**
 * The component that each icon module of lucide-react makes of its shapes. The build puts this in the place of the
 * package's own `createLucideIcon` (vite.config.ts), which can do far more than the icons here are asked for.
 */
import type { LucideIconData, LucideProps } from 'lucide-react/types';
import { createElement } from 'react';

function createLucideIcon({ node }: LucideIconData) {
  return function LucideIcon({ size, ...rest }: LucideProps) {
    return (
      <svg
        xmlns="http://www.w3.org/2000/svg"
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeLinecap="round"
        strokeLinejoin="round"
        {...rest}
      >
        {node.map(([tag, attributes]) => createElement(tag, attributes))}
      </svg>
    );
  };
}

// The package imports it as its default.
// oxlint-disable-next-line import/no-default-export
export { createLucideIcon as default };
