import "reflect-metadata";
import { Controller, Get, Injectable, Module, Param } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { fetchText } from "../drive/http.mjs";

export const about = { runs: ["node24"], packages: ["@nestjs/core", "@nestjs/platform-express"] };

/** Decorators without a compiler. */
const decorate = (target, name, decorators) => {
  const descriptor = Object.getOwnPropertyDescriptor(target.prototype, name);
  for (const decorator of decorators) decorator(target.prototype, name, descriptor);
};

function application() {
  class Cats {
    find(id) {
      return { id, name: `Cat ${id}` };
    }
  }
  Injectable()(Cats);
  class CatsController {
    constructor(cats) {
      this.cats = cats;
    }
    one(id) {
      return this.cats.find(id);
    }
  }
  Param("id")(CatsController.prototype, "one", 0);
  decorate(CatsController, "one", [Get(":id")]);
  Reflect.defineMetadata("design:paramtypes", [Cats], CatsController);
  Controller("cats")(CatsController);
  class AppModule {}
  Module({ controllers: [CatsController], providers: [Cats] })(AppModule);
  return AppModule;
}

export async function start() {
  const app = await NestFactory.create(application(), { logger: false });
  await app.listen(0, "127.0.0.1");
  const { port } = app.getHttpServer().address();
  return async (turn) => {
    for (let at = 0; at < 3; at++) await fetchText(port, `/cats/${turn + at}`);
  };
}
