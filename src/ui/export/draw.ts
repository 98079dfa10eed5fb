/** Pictures as pixels: the same shapes on a canvas, at twice the size, for documents that take no SVG. */
import { fonts, type Picture, type Shape } from '../../view/pictures/picture.ts';

const scale = 2;

export async function toPng(picture: Picture): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = picture.width * scale;
  canvas.height = picture.height * scale;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d canvas');
  context.scale(scale, scale);
  context.fillStyle = picture.background;
  context.fillRect(0, 0, picture.width, picture.height);
  for (const shape of picture.shapes) draw(context, shape);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the canvas gives no PNG'))));
  });
}

function draw(context: CanvasRenderingContext2D, shape: Shape): void {
  if (shape.kind === 'text') {
    context.font = `${shape.bold === true ? 600 : 400} ${shape.size}px ${shape.mono === true ? fonts.mono : fonts.sans}`;
    context.fillStyle = shape.fill;
    context.textAlign = shape.anchor === 'middle' ? 'center' : (shape.anchor ?? 'start');
    context.fillText(shape.text, shape.x, shape.y);
    return;
  }
  context.beginPath();
  for (const [x, y] of shape.points) context.lineTo(x, y);
  context.setLineDash([...(shape.dash ?? [])]);
  if (shape.kind === 'shape') {
    context.closePath();
    context.fillStyle = shape.fill;
    context.fill();
  }
  if (shape.stroke !== undefined) {
    context.strokeStyle = shape.stroke;
    context.lineWidth = shape.kind === 'line' ? shape.width : 1;
    context.stroke();
  }
}
