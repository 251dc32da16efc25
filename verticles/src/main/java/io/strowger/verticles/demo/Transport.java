package io.strowger.verticles.demo;

/** How a customer's message reaches the server. */
enum Transport {
    HTTP,
    TCP
}
