window.onload = function () {
  window.ui = SwaggerUIBundle({
    url: '/openapi.json',
    dom_id: '#document',
    deepLinking: true,
    validatorUrl: null, // it would ask another site
  });
};
